import DataLoader from "dataloader";

/** A value, or the promise of one where it has to be waited for. */
export type Awaitable<Value> = Value | Promise<Value>;

/** Goes on with a value, at once when it is there. */
export function andThen<Value, Result>(
  value: Awaitable<Value>,
  next: (value: Value) => Awaitable<Result>,
): Awaitable<Result> {
  return value instanceof Promise ? value.then(next) : next(value);
}

type Fetch<Key, Value> = (keys: readonly Key[]) => Promise<Map<Key, Value>>;

/**
 * Reads values by their keys, batched by DataLoader. What is there already is given without a promise: most of what an
 * answer is made of is, and a promise for each of thousands of values costs more than reading them.
 */
class Loader<Key, Value> {
  private readonly values = new Map<Key, Value>();
  private readonly batches: DataLoader<Key, Value>;

  constructor(fetch: Fetch<Key, Value>, missing: (key: Key) => Value) {
    this.batches = new DataLoader(async (keys) => {
      const found = await fetch(keys);
      return keys.map((key) => {
        const value = found.has(key) ? (found.get(key) as Value) : missing(key);
        this.values.set(key, value);
        return value;
      });
    });
  }

  load(key: Key): Awaitable<Value> {
    return this.values.has(key) ? (this.values.get(key) as Value) : this.batches.load(key);
  }

  /** Takes a value that came by another way, unless the key has one. */
  prime(key: Key, value: Value): void {
    if (!this.values.has(key)) this.values.set(key, value);
  }
}

/** Holds the loaders of one request, made when first asked for. */
export class LoaderCache {
  private readonly loaders = new Map<unknown, Map<string, Loader<never, unknown>>>();

  /** The loader for one definition and one set of arguments. */
  get<Key, Value>(definition: unknown, argumentsKey: string, make: () => Loader<Key, Value>) {
    let byArguments = this.loaders.get(definition);
    if (!byArguments) {
      byArguments = new Map();
      this.loaders.set(definition, byArguments);
    }
    let loader = byArguments.get(argumentsKey);
    if (!loader) {
      loader = make() as unknown as Loader<never, unknown>;
      byArguments.set(argumentsKey, loader);
    }
    return loader as unknown as Loader<Key, Value>;
  }
}

type WithLoaders = { loaders: LoaderCache };

/** A read that is batched, and what takes values for it that came by another way. */
export interface Batched<Context, Args, Key, Value> {
  (context: Context, args: Args, key: Key): Awaitable<Value>;
  prime(context: Context, args: Args, key: Key, value: Value): void;
}

/**
 * Defines a read that is batched per request by its arguments and keys: all keys asked for with equal arguments
 * in the same tick become one call of `fetch`. A key that `fetch` does not return gives `missing`.
 */
export function batched<Context extends WithLoaders, Args, Key extends string | number, Value>(
  fetch: (context: Context, args: Args, keys: readonly Key[]) => Promise<Map<Key, Value>>,
  missing: (key: Key) => Value,
): Batched<Context, Args, Key, Value> {
  const loaderOf = (context: Context, args: Args) =>
    context.loaders.get<Key, Value>(
      fetch,
      typeof args === "string" ? args : JSON.stringify(args),
      () => new Loader<Key, Value>((keys) => fetch(context, args, keys), missing),
    );
  return Object.assign((context: Context, args: Args, key: Key) => loaderOf(context, args).load(key), {
    prime: (context: Context, args: Args, key: Key, value: Value) =>
      loaderOf(context, args).prime(key, value),
  });
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
