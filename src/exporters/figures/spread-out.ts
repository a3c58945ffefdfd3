interface Run {
  members: number[];
  middle: number;
}

/**
 * Places for texts as near as may be to where they belong, within a range, and no two nearer to each other than `least`:
 * runs that would overlap are spread around the middle of where they belong. Texts keep their order, equals that of the
 * list.
 */
export function spreadOut(wanted: readonly number[], least: number, [from, to]: [number, number]): number[] {
  const lengthOf = ({ members }: Run) => (members.length - 1) * least;
  const topOf = (run: Run) => Math.max(from, Math.min(run.middle - lengthOf(run) / 2, to - lengthOf(run)));
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
  const runs: Run[] = [];
  for (const i of order) {
    let run: Run = { members: [i], middle: wanted[i] };
    for (
      let before = runs.at(-1);
      before && topOf(before) + lengthOf(before) + least > topOf(run);
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
    for (const [n, i] of run.members.entries()) places[i] = topOf(run) + n * least;
  }
  return places;
}
