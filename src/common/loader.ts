import DataLoader from "dataloader";

/** Holds the loaders of one request, made when first asked for. */
export class LoaderCache {
  private readonly loaders = new Map<unknown, Map<string, DataLoader<never, unknown>>>();

  /** The loader for one definition and one set of arguments. */
  get<Key, Value>(definition: unknown, argumentsKey: string, make: () => DataLoader<Key, Value>) {
    let byArguments = this.loaders.get(definition);
    if (!byArguments) {
      byArguments = new Map();
      this.loaders.set(definition, byArguments);
    }
    let loader = byArguments.get(argumentsKey);
    if (!loader) {
      loader = make() as DataLoader<never, unknown>;
      byArguments.set(argumentsKey, loader);
    }
    return loader as unknown as DataLoader<Key, Value>;
  }
}

type WithLoaders = { loaders: LoaderCache };

/**
 * Defines a read that is batched per request by its arguments and keys: all keys asked for with equal arguments
 * in the same tick become one call of `fetch`. A key that `fetch` does not return gives `missing`.
 */
export function batched<Context extends WithLoaders, Args, Key extends string | number, Value>(
  fetch: (context: Context, args: Args, keys: readonly Key[]) => Promise<Map<Key, Value>>,
  missing: (key: Key) => Value,
): (context: Context, args: Args, key: Key) => Promise<Value> {
  return (context, args, key) =>
    context.loaders
      .get<Key, Value>(
        fetch,
        JSON.stringify(args) ?? "",
        () =>
          new DataLoader<Key, Value>(async (keys) => {
            const found = await fetch(context, args, keys);
            return keys.map((wanted) => (found.has(wanted) ? (found.get(wanted) as Value) : missing(wanted)));
          }),
      )
      .load(key);
}

/** Collects rows under a key each; every row keeps its place within its group. */
export function groupBy<Key, Row>(rows: readonly Row[], key: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

/** Puts rows under a key that only one of them has. */
export function keyBy<Key, Row>(rows: readonly Row[], key: (row: Row) => Key): Map<Key, Row> {
  return new Map(rows.map((row) => [key(row), row]));
}
