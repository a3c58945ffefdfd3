import DataLoader from "dataloader";
import type { BoundedMap } from "./bounded-map";

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

/** Values that hold for longer than one request, by names that are theirs alone. */
export type LastingValues = Pick<BoundedMap<string, unknown>, "get" | "set">;

/** Where the values of a loader last, and the beginning of their names there. */
interface Lasting {
  prefix: string;
  /** Null until they were read for this request. */
  values: () => LastingValues | null;
  read: () => Promise<LastingValues>;
}

/** Longer keys come of a caller's text and will hardly come again. */
const LONGEST_KEY = 200;

/**
 * Reads values by their keys, batched by DataLoader. What is there already is given without a promise: most of what an
 * answer is made of is, and a promise for each of thousands of values costs more than reading them.
 */
class Loader<Key extends string | number, Value> {
  private readonly values = new Map<Key, Value>();
  private readonly batches: DataLoader<Key, Value>;

  constructor(
    private readonly fetch: Fetch<Key, Value>,
    private readonly missing: (key: Key) => Value,
    private readonly lasting: Lasting | null,
  ) {
    this.batches = new DataLoader((keys) => this.read(keys));
  }

  load(key: Key): Awaitable<Value> {
    const isThere = this.values.has(key) || this.take(key, this.lasting?.values());
    return isThere ? (this.values.get(key) as Value) : this.batches.load(key);
  }

  /**
   * Takes a value that came by another way, unless the key has one. Where values last, it must have been read after this
   * request read the revision.
   */
  prime(key: Key, value: Value): void {
    if (this.values.has(key)) return;
    this.values.set(key, value);
    this.keep(this.lasting?.values(), key, value);
  }

  private async read(keys: readonly Key[]): Promise<Value[]> {
    const lasting = await this.lasting?.read();
    const wanted = lasting ? keys.filter((key) => !this.take(key, lasting)) : keys;
    if (wanted.length) {
      const found = await this.fetch(wanted);
      for (const key of wanted) {
        const value = found.get(key);
        this.values.set(key, value === undefined ? this.missing(key) : value);
        this.keep(lasting, key, value);
      }
    }
    return keys.map((key) => this.values.get(key) as Value);
  }

  private nameOf(key: Key): string {
    return `${this.lasting?.prefix}${key}`;
  }

  private keep(lasting: LastingValues | null | undefined, key: Key, value: Value | undefined): void {
    if (value == null || String(key).length > LONGEST_KEY) return;
    lasting?.set(this.nameOf(key), Object.freeze(value), 1);
  }

  /** Takes what lasts of a key; false where nothing does. */
  private take(key: Key, lasting: LastingValues | null | undefined): boolean {
    const value = lasting?.get(this.nameOf(key));
    if (value === undefined) return false;
    this.values.set(key, value as Value);
    return true;
  }
}

/** Holds the loaders of one request, made when first asked for. */
export class LoaderCache {
  private readonly loaders = new Map<unknown, Map<string, Loader<never, unknown>>>();
  private lasting: LastingValues | null = null;
  private reading: Promise<LastingValues> | undefined;

  /** @param readLasting gives the values that hold for this request as for those before it; none when not given */
  constructor(private readonly readLasting: () => Promise<LastingValues> = async () => new Map()) {}

  /** The loader for one definition and one set of arguments. */
  get<Key extends string | number, Value>(
    definition: unknown,
    argumentsKey: string,
    make: (lasting: (prefix: string) => Lasting) => Loader<Key, Value>,
  ) {
    let byArguments = this.loaders.get(definition);
    if (!byArguments) {
      byArguments = new Map();
      this.loaders.set(definition, byArguments);
    }
    let loader = byArguments.get(argumentsKey);
    if (!loader) {
      loader = make((prefix) => this.lastingOf(prefix)) as unknown as Loader<never, unknown>;
      byArguments.set(argumentsKey, loader);
    }
    return loader as unknown as Loader<Key, Value>;
  }

  private lastingOf(prefix: string): Lasting {
    return {
      prefix,
      values: () => this.lasting,
      read: async () => {
        this.reading ??= this.readLasting();
        this.lasting = await this.reading;
        return this.lasting;
      },
    };
  }
}

type WithLoaders = { loaders: LoaderCache };

/** A read that is batched, and what takes values for it that came by another way. */
export interface Batched<Context, Args, Key, Value> {
  (context: Context, args: Args, key: Key): Awaitable<Value>;
  prime(context: Context, args: Args, key: Key, value: Value): void;
}

/** How a batched read is kept. */
interface Keeping<Args> {
  /**
   * The name of the values where they last, for those arguments of which they are the same as long as the data are. They
   * are frozen, and of those that are missing nothing is kept.
   */
  lasting?: (args: Args) => string | null;
}

/**
 * Defines a read that is batched per request by its arguments and keys: all keys asked for with equal arguments
 * in the same tick become one call of `fetch`. A key that `fetch` does not return gives `missing`.
 */
export function batched<Context extends WithLoaders, Args, Key extends string | number, Value>(
  fetch: (context: Context, args: Args, keys: readonly Key[]) => Promise<Map<Key, Value>>,
  missing: (key: Key) => Value,
  { lasting }: Keeping<Args> = {},
): Batched<Context, Args, Key, Value> {
  const loaderOf = (context: Context, args: Args) =>
    context.loaders.get<Key, Value>(
      fetch,
      typeof args === "string" ? args : JSON.stringify(args),
      (lastingOf) => {
        const name = lasting?.(args) ?? null;
        const read = (keys: readonly Key[]) => fetch(context, args, keys);
        return new Loader<Key, Value>(read, missing, name === null ? null : lastingOf(`${name}\n`));
      },
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
