import { CallerError, ErrorCode } from "./errors";

/**
 * What gives up the work for one request. An AbortController with its events would cost more than most of a request, and
 * every request needs one of these.
 */
export class Cancellation {
  private given: Error | undefined;
  private readonly listeners = new Set<() => void>();

  /** Why the work was given up; undefined as long as it goes on. */
  get reason(): Error | undefined {
    return this.given;
  }

  /** Gives the work up; only the first reason counts. */
  cancel(reason: Error): void {
    if (this.given) return;
    this.given = reason;
    for (const listener of [...this.listeners]) listener();
    this.listeners.clear();
  }

  /** Calls back when the work is given up, unless `off` is told before. */
  on(listener: () => void): void {
    if (this.given) listener();
    else this.listeners.add(listener);
  }

  off(listener: () => void): void {
    this.listeners.delete(listener);
  }
}

/** Why work is given up that nobody waits for any more. */
export function callerLeft(): CallerError {
  return new CallerError(ErrorCode.CLIENT_CLOSED_REQUEST, "The caller left before the answer was there.");
}
