/** How much two texts must have in common to count as near: 0 is nothing, 1 is the same pairs of letters. */
const NEAR = 0.4;

/** Those of the known texts that are written most like the given one, the nearest first; few or none. */
export function nearest(text: string, known: readonly string[], most = 3): string[] {
  return known
    .map((candidate) => ({ candidate, likeness: likeness(text, candidate) }))
    .filter((each) => each.likeness >= NEAR)
    .sort((a, b) => b.likeness - a.likeness || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map((each) => each.candidate);
}

/** Dice's coefficient of the pairs of neighbouring letters, the ends counting as letters. */
function likeness(one: string, other: string): number {
  const [pairs, otherPairs] = [pairsOf(one), pairsOf(other)];
  const shared = [...pairs].filter((pair) => otherPairs.has(pair)).length;
  return (2 * shared) / (pairs.size + otherPairs.size);
}

function pairsOf(text: string): Set<string> {
  const bounded = ` ${text.toLowerCase()} `;
  return new Set(Array.from({ length: bounded.length - 1 }, (_, i) => bounded.slice(i, i + 2)));
}
