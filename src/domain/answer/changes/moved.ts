/**
 * Which of some places are out of order: as few of them as can be, so that the others stand in order.
 * @param places all different
 */
export function outOfOrder(places: readonly number[]): Set<number> {
  // The longest row of growing places: `ends[n]` is where the best one of n + 1 places ends.
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [i, place] of places.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[ends[middle]] < place) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? ends[low - 1] : undefined;
    ends[low] = i;
  }
  const inOrder = new Set<number>();
  for (let i = ends.at(-1); i !== undefined; i = before[i]) inOrder.add(places[i]);
  return new Set(places.filter((place) => !inOrder.has(place)));
}
