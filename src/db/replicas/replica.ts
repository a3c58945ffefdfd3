import { setTimeout as sleep } from "node:timers/promises";
import type { PoolConfig } from "pg";
import { LiveReplica } from "./live-replica";

/** What happens to a replica, for the log. */
export interface ReplicaEvents {
  onUsed(): void;
  onLost(reason: Error): void;
}

/** One that was lost is looked at again after this time, and each time that it is not there after twice as long. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

/** One that was there for so long was well. */
const WELL_AFTER_MS = 60_000;

/** One replica by its address: it is used while it is there, and looked for while it is not. */
export class Replica {
  /** What can be read from; undefined while it is away. */
  live: LiveReplica | undefined;
  private readonly closing = new AbortController();
  private readonly running: Promise<void>;

  /** @param readCluster what its primary is known by */
  constructor(
    private readonly config: PoolConfig,
    private readonly readCluster: () => Promise<string>,
    private readonly events: ReplicaEvents,
  ) {
    this.running = this.follow();
  }

  async close(): Promise<void> {
    this.closing.abort();
    this.live?.giveUp(new Error("The service stops."));
    await this.running;
  }

  private async follow(): Promise<void> {
    const { signal } = this.closing;
    let pause = FIRST_PAUSE_MS;
    for (let isTold = false; !signal.aborted; isTold = true) {
      const begun = performance.now();
      const wasUsed = await this.use(isTold);
      if (wasUsed && performance.now() - begun > WELL_AFTER_MS) pause = FIRST_PAUSE_MS;
      await sleep(pause, undefined, { signal, ref: false }).catch(() => {});
      pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
    }
  }

  /** Uses it until it is lost; false when it was not there at all, which need not be told again. */
  private async use(isTold: boolean): Promise<boolean> {
    const { signal } = this.closing;
    try {
      this.live = await LiveReplica.begin(this.config, await this.readCluster());
    } catch (error) {
      if (!isTold && !signal.aborted) this.events.onLost(error as Error);
      return false;
    }
    if (signal.aborted) this.live.giveUp(new Error("The service stops."));
    else this.events.onUsed();
    const reason = await this.live.lost;
    this.live = undefined;
    if (!signal.aborted) this.events.onLost(reason);
    return true;
  }
}
