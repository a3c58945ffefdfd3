/**
 * Places for texts as near as may be to where they belong, and no two nearer to each other than `least`: runs that would
 * overlap are spread around the middle of where they belong. Texts keep their order, equals that of the list.
 */
export function spreadOut(wanted: readonly number[], least: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
  const runs: { members: number[]; middle: number }[] = [];
  for (const i of order) {
    let run = { members: [i], middle: wanted[i] };
    for (
      let before = runs.at(-1);
      before && bottomOf(before, least) + least > topOf(run, least);
      before = runs.at(-1)
    ) {
      runs.pop();
      const members = [...before.members, ...run.members];
      run = { members, middle: members.reduce((sum, each) => sum + wanted[each], 0) / members.length };
    }
    runs.push(run);
  }
  const places: number[] = [];
  for (const run of runs) {
    for (const [n, i] of run.members.entries()) places[i] = topOf(run, least) + n * least;
  }
  return places;
}

interface Run {
  members: number[];
  middle: number;
}

const topOf = ({ members, middle }: Run, least: number) => middle - ((members.length - 1) * least) / 2;
const bottomOf = ({ members, middle }: Run, least: number) => middle + ((members.length - 1) * least) / 2;
