import type { IncomingMessage } from "node:http";
import type { RateLimiterRes } from "rate-limiter-flexible";
import type { Log } from "../../common/log";
import { inMemory, type Limiter, type LimiterFactory } from "./budget";
import { type ClientOptions, clientKey } from "./client-key";
import { OutOfPoints } from "./out-of-points";

export interface KeepingLimitOptions extends ClientOptions {
  /** Answers that one client may keep in an hour. */
  perHour: number;
  /** Counts them; in memory, for this process alone, when not given. */
  limiter?: LimiterFactory;
  log: Log;
}

const WINDOW_SECONDS = 3_600;

/** How many answers clients may keep. What is kept stays, so that this is counted where points are not. */
export class KeepingLimit {
  private limiter: Limiter | undefined;

  constructor(private readonly options: KeepingLimitOptions) {}

  /** Counts an answer that a client keeps. @throws OutOfPoints */
  async admit(request: IncomingMessage): Promise<void> {
    const { perHour, limiter: create = inMemory, log } = this.options;
    this.limiter ??= create({ points: perHour, duration: WINDOW_SECONDS, keyPrefix: "scoregraph-kept" });
    try {
      await this.limiter.consume(clientKey(request, this.options), 1);
    } catch (error) {
      if (!(error instanceof Error)) {
        const { msBeforeNext } = error as RateLimiterRes;
        throw new OutOfPoints(`kept the ${perHour} answers that it may keep in an hour`, msBeforeNext);
      }
      // Where they are counted cannot be reached: better to keep all than none.
      log.warn("Kept answers could not be counted.", { reason: error.message });
    }
  }
}
