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
 * Reads values by their keys, all keys that are asked for in one tick at once and each of them once. What is there
 * already is given without a promise: most of what an answer is made of is.
 */
class Loader<Key, Value> {
  private readonly values = new Map<Key, Value>();
  private readonly waiting = new Map<Key, Promise<Value>>();
  private next: { keys: Key[]; found: Promise<Map<Key, Value>> } | undefined;

  constructor(
    private readonly fetch: Fetch<Key, Value>,
    private readonly missing: (key: Key) => Value,
  ) {}

  load(key: Key): Awaitable<Value> {
    if (this.values.has(key)) return this.values.get(key) as Value;
    let value = this.waiting.get(key);
    if (!value) {
      this.next ??= this.begin();
      this.next.keys.push(key);
      value = this.next.found.then(() => this.values.get(key) as Value);
      this.waiting.set(key, value);
    }
    return value;
  }

  /** Takes a value that came by another way, unless the key has one. */
  prime(key: Key, value: Value): void {
    if (!this.values.has(key) && !this.waiting.has(key)) this.values.set(key, value);
  }

  private begin() {
    const keys: Key[] = [];
    return { keys, found: endOfTick().then(() => this.fetchAll(keys)) };
  }

  private async fetchAll(keys: readonly Key[]): Promise<Map<Key, Value>> {
    this.next = undefined;
    const found = await this.fetch(keys);
    for (const key of keys) {
      this.values.set(key, found.has(key) ? (found.get(key) as Value) : this.missing(key));
    }
    return found;
  }
}

/** When everything that is ready now has run, and what that made ready too. */
function endOfTick(): Promise<void> {
  return new Promise((resolve) => {
    void Promise.resolve().then(() => process.nextTick(resolve));
  });
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
