import type { IncomingMessage } from "node:http";
import type { Log } from "../common/log";
import type { Metrics } from "./metrics/metrics";
import { outcomeOf } from "./outcome";
import { RequestWatch } from "./request-watch";
import { logSlowQuery } from "./slow-query";
import type { Tracing } from "./tracing/tracing";

export interface WatchingOptions {
  log: Log;
  /** Requests that take so many milliseconds or more are logged with their statements; none when not given. */
  slowQueryMs?: number | undefined;
  metrics?: Metrics | undefined;
  tracing?: Tracing | undefined;
}

/** Watches requests from their beginning to their end: for metrics, traces and the log. */
export class Watching {
  private readonly slowMs: number;

  constructor(private readonly options: WatchingOptions) {
    this.slowMs = options.slowQueryMs || Number.POSITIVE_INFINITY;
  }

  begin({ headers }: IncomingMessage): RequestWatch {
    return new RequestWatch(headers, this.options.log);
  }

  /** A request turned out to ask for GraphQL: from now on it is counted and traced. */
  beginOperation(watch: RequestWatch, { method = "", headers }: IncomingMessage): void {
    watch.isOperation = true;
    this.options.metrics?.requestBegins();
    watch.trace = this.options.tracing?.begin(method, headers);
  }

  /** The answer was handed over, or the caller is gone: then without a status. */
  end(watch: RequestWatch, status: number | undefined): void {
    if (!watch.isOperation) return;
    const ms = performance.now() - watch.begun;
    const outcome = outcomeOf({ status, isComplete: watch.isComplete, isFaulty: watch.isFaulty });
    this.options.metrics?.requestEnds(watch, outcome, ms);
    watch.trace?.end(watch, outcome, status);
    if (ms >= this.slowMs) logSlowQuery(watch, ms);
    if (this.options.log.isDebug) {
      const operation = watch.operation ?? null;
      watch.log.debug("Answered", { operation, outcome, status: status ?? null, cache: watch.cache, ms });
    }
  }
}
