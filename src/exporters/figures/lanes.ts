/**
 * Which lane each point of a row stands in, 0 for the middle one, so that none covers another one as long as there are
 * lanes to both sides: at most `most` on each.
 */
export function lanesOf(places: readonly number[], width: number, most: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b] || a - b);
  const lanes = [0, ...Array.from({ length: most }, (_, i) => [i + 1, -i - 1]).flat()];
  const ends = new Map<number, number>();
  const chosen: number[] = [];
  for (const i of order) {
    const free = lanes.find((lane) => (ends.get(lane) ?? Number.NEGATIVE_INFINITY) + width <= places[i]);
    chosen[i] = free ?? 0;
    ends.set(chosen[i], places[i]);
  }
  return chosen;
}
