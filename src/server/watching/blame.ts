import { GraphQLError } from "graphql";
import type { RequestWatch } from "../../watching/request-watch";

/** Which request an error came up in: where errors are masked, nothing else tells. */
const watches = new WeakMap<object, RequestWatch>();

/** Remembers the request of an error, and of all that it was made from. */
export function blame(watch: RequestWatch | undefined, error: unknown): void {
  if (!watch) return;
  for (let cause = error; typeof cause === "object" && cause !== null; ) {
    watches.set(cause, watch);
    cause = cause instanceof GraphQLError ? cause.originalError : undefined;
  }
}

/** Does something, and remembers the request of an error that it throws. */
export async function blaming<T>(watch: RequestWatch | undefined, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    blame(watch, error);
    throw error;
  }
}

/** The request that an error came up in. */
export function blamed(error: unknown): RequestWatch | undefined {
  for (let cause = error; typeof cause === "object" && cause !== null; ) {
    const watch = watches.get(cause);
    if (watch) return watch;
    cause = cause instanceof GraphQLError ? cause.originalError : undefined;
  }
  return undefined;
}
