/** How a request ended, in the words of metrics, traces and logs. */
export const outcomes = ["ok", "caller_error", "refused", "unavailable", "internal_error", "left"] as const;
export type RequestOutcome = (typeof outcomes)[number];

/** What is known of a request when it ends. */
export interface Ending {
  /** Status of the answer; undefined when the caller left before it. */
  status: number | undefined;
  /** The answer has data and no errors. */
  isComplete: boolean;
  /** A fault of the service stands in the answer, behind an id. */
  isFaulty: boolean;
}

/** Names how a request ended. */
export function outcomeOf({ status, isComplete, isFaulty }: Ending): RequestOutcome {
  if (status === undefined) return "left";
  if (status === 503) return "unavailable";
  if (isFaulty || status === 500) return "internal_error";
  if (isComplete) return "ok";
  return status === 429 ? "refused" : "caller_error";
}
