import type { CombinedError } from "@urql/core";

/** What went wrong, as the page tells it. */
export interface Fault {
  /** The stable code of the service's errors; OFFLINE where no answer came at all. */
  code: string;
  message: string;
  /** What would have been right. */
  suggestions: readonly string[];
  retryAfterSeconds?: number;
  /** Under which id the service logged a fault of its own. */
  id?: string;
}

/** Makes one fault of what the client gives: the first error decides. */
export function faultOf(error: CombinedError): Fault {
  const first = error.graphQLErrors[0];
  if (!first) {
    return { code: "OFFLINE", message: "The service does not answer.", suggestions: [] };
  }
  const { code, suggestions, retryAfterSeconds, id } = first.extensions;
  return {
    code: typeof code === "string" ? code : "INTERNAL_SERVER_ERROR",
    message: first.message,
    suggestions: Array.isArray(suggestions) ? suggestions.map(String) : [],
    ...(typeof retryAfterSeconds === "number" && { retryAfterSeconds }),
    ...(typeof id === "string" && { id }),
  };
}
