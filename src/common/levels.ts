/** Things need each other in a circle, so that none of them can come first. */
export class CircleError extends Error {
  /** `problem` is the start of the sentence that the members end. */
  constructor(problem: string, members: readonly string[]) {
    super(`${problem} in a circle: ${members.join(", ")}.`);
    this.name = "CircleError";
  }
}

interface Ordering<Item, Key> {
  key: (item: Item) => Key;
  /** The keys of what must come before an item; those of no item are taken as there already. */
  needs: (item: Item) => readonly Key[];
  /** Makes the error for items that need each other in a circle, each the one after it. */
  refuse: (circle: Key[]) => Error;
}

/** Sorts items so that whatever one needs is in an earlier level. Throws what `refuse` makes. */
export function levels<Item, Key>(
  items: readonly Item[],
  { key, needs, refuse }: Ordering<Item, Key>,
): Item[][] {
  const found: Item[][] = [];
  let rest = new Map(items.map((item) => [key(item), item]));
  while (rest.size) {
    const waiting = rest;
    const isReady = (item: Item) => !needs(item).some((need) => waiting.has(need));
    const ready = [...waiting.values()].filter(isReady);
    if (ready.length === 0) throw refuse(circleIn(waiting, needs));
    found.push(ready);
    rest = new Map([...waiting].filter(([, item]) => !isReady(item)));
  }
  return found;
}

/** Follows the needs of items that all wait for one another until they come round. */
function circleIn<Item, Key>(waiting: Map<Key, Item>, needs: (item: Item) => readonly Key[]): Key[] {
  const path: Key[] = [];
  let next = [...waiting.keys()][0];
  while (!path.includes(next)) {
    path.push(next);
    next = needs(waiting.get(next) as Item).find((need) => waiting.has(need)) as Key;
  }
  return path.slice(path.indexOf(next));
}
