import type { IncomingMessage, ServerResponse } from "node:http";
import type { IRateLimiterOptions, RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible";
import { type ApiKeys, hashOfKey } from "../../common/api-keys";
import type { Log } from "../../common/log";
import type { TrustedProxies } from "../../common/trusted-proxies";
import type { Charge } from "../execution/gateway";
import { HttpError } from "../http/http-error";
import { clientKey } from "./client-key";
import { OutOfPoints } from "./out-of-points";

/** Where the points that clients have spent are counted. */
export type Limiter = Pick<RateLimiterAbstract, "consume" | "reward">;
export type LimiterFactory = (options: IRateLimiterOptions) => Limiter;

export interface BudgetOptions {
  /** Points that one address may spend in a minute; 0 sets no limit. */
  pointsPerAddress: number;
  /** Points of those who send a key. */
  keys?: ApiKeys;
  /** Proxies that are believed who they speak for. */
  trustedProxies?: TrustedProxies;
  /** Counts the points; in memory, for this process alone, when not given. */
  limiter?: LimiterFactory;
  log: Log;
}

interface Client {
  key: string;
  points: number;
}

const WINDOW_SECONDS = 60;

/** What each request costs by itself, however it is answered. */
const POINTS_PER_REQUEST = 1;

/** What clients may spend in a minute. */
export class Budget {
  private readonly limiters = new Map<number, Limiter>();

  constructor(private readonly options: BudgetOptions) {}

  /**
   * Lets a request in, for one point; what it gives takes the points of what is executed for it.
   * @throws OutOfPoints, or HttpError 401 for a key that is not known
   */
  async admit(request: IncomingMessage, response: ServerResponse): Promise<Charge | undefined> {
    const client = this.clientOf(request);
    if (client.points === 0) return undefined;
    await this.spend(client, POINTS_PER_REQUEST, response);
    return (points) => {
      // What costs more than all there is must be possible, too, once in a minute.
      const rest = Math.min(points, client.points) - POINTS_PER_REQUEST;
      return rest > 0 ? this.spend(client, rest, response) : Promise.resolve();
    };
  }

  private clientOf(request: IncomingMessage): Client {
    const { keys, pointsPerAddress } = this.options;
    const given = request.headers["x-api-key"];
    if (keys && typeof given === "string") {
      const points = keys.get(hashOfKey(given));
      if (points === undefined) throw unknownKey();
      return { key: clientKey(request, this.options), points };
    }
    return { key: clientKey(request, this.options), points: pointsPerAddress };
  }

  private async spend({ key, points }: Client, spent: number, response: ServerResponse): Promise<void> {
    const limiter = this.limiterOf(points);
    try {
      tell(response, points, await limiter.consume(key, spent));
    } catch (error) {
      if (error instanceof Error) {
        // Where points are counted cannot be reached: better to answer all than nobody.
        this.options.log.warn("Points could not be counted.", { reason: error.message });
        return;
      }
      const refused = error as RateLimiterRes;
      // What is refused is not spent: something cheaper may still be asked.
      const left =
        spent > POINTS_PER_REQUEST ? await limiter.reward(key, spent).catch(() => refused) : refused;
      tell(response, points, left);
      throw new OutOfPoints(`spent the ${points} points that it may spend in a minute`, refused.msBeforeNext);
    }
  }

  private limiterOf(points: number): Limiter {
    let limiter = this.limiters.get(points);
    if (!limiter) {
      const create = this.options.limiter ?? inMemory;
      limiter = create({ points, duration: WINDOW_SECONDS, keyPrefix: "scoregraph" });
      this.limiters.set(points, limiter);
    }
    return limiter;
  }
}

/** Loaded only where something is counted. */
export function inMemory(options: IRateLimiterOptions): Limiter {
  const { RateLimiterMemory } = require("rate-limiter-flexible") as typeof import("rate-limiter-flexible");
  return new RateLimiterMemory(options);
}

/** As the RateLimit draft of the IETF has it. */
function tell(
  response: ServerResponse,
  points: number,
  { remainingPoints, msBeforeNext }: RateLimiterRes,
): void {
  if (response.headersSent) return;
  response.setHeader("ratelimit-policy", `"points";q=${points};w=${WINDOW_SECONDS}`);
  const left = Math.max(0, remainingPoints);
  response.setHeader("ratelimit", `"points";r=${left};t=${Math.max(0, Math.ceil(msBeforeNext / 1000))}`);
}

function unknownKey(): HttpError {
  const message = "The key in X-API-Key is not known here. Send one that was given to you, or none.";
  return new HttpError("UNKNOWN_API_KEY", message, { headers: { "www-authenticate": "X-API-Key" } });
}
