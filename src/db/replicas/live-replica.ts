import { type Client, Pool, type PoolConfig } from "pg";
import { ReplicaWatch } from "./replica-watch";
import { hasAllOf } from "./revision-order";

/** So long a replica that is behind is left alone before it is asked again. */
const PAUSE_MS = 10;

/** A replica from when it was found until it is lost. */
export class LiveReplica {
  readonly pool: Pool;
  /** How many statements it is answering. */
  running = 0;
  private readonly clients = new Set<unknown>();
  private readonly waiting = new Set<(error: Error) => void>();
  private loss: Error | undefined;
  private asked = Number.NEGATIVE_INFINITY;

  private constructor(
    config: PoolConfig,
    private readonly watch: ReplicaWatch,
  ) {
    this.pool = new Pool({
      ...config,
      async onConnect(client) {
        await config.onConnect?.(client);
        await watch.checkSame(client);
      },
    });
    // Whether the replica is lost is for the watch to say.
    this.pool.on("error", () => {});
    this.pool.on("connect", (client) => this.clients.add(client));
    this.pool.on("remove", (client) => this.clients.delete(client));
  }

  /**
   * Connects to a replica.
   * @param cluster what its primary is known by
   */
  static async begin(config: PoolConfig, cluster: string): Promise<LiveReplica> {
    const watch = await ReplicaWatch.begin(config, cluster);
    const replica = new LiveReplica(config, watch);
    void watch.lost.then((error) => replica.end(error));
    try {
      await watch.read();
    } catch (error) {
      watch.end(error as Error);
      throw error;
    }
    return replica;
  }

  /** Resolves, with the reason, when it is lost. */
  get lost(): Promise<Error> {
    return this.watch.lost;
  }

  /**
   * Whether it is known to have all of a revision, and nothing that the primary does not show yet, whose newest known
   * revision is `latest`. What is not known is asked for, for those who come later.
   */
  has(revision: string, latest: string): boolean {
    const { shown } = this.watch;
    if (this.loss || shown === undefined) return false;
    if (hasAllOf(shown, revision) && hasAllOf(latest, shown)) return true;
    this.ask();
    return false;
  }

  /** The revision that it shows now. */
  shows(): Promise<string> {
    return this.watch.read();
  }

  /** Does work that needs it; rejects when it is lost meanwhile. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.loss) return reject(this.loss);
      this.running += 1;
      this.waiting.add(reject);
      work()
        .then(resolve, reject)
        .finally(() => {
          this.running -= 1;
          this.waiting.delete(reject);
        });
    });
  }

  /** Gives it up, for this reason. */
  giveUp(reason: Error): void {
    this.watch.end(reason);
  }

  private ask(): void {
    const now = performance.now();
    if (now - this.asked < PAUSE_MS) return;
    this.asked = now;
    void this.shows().catch(() => {});
  }

  private end(reason: Error): void {
    this.loss = reason;
    this.watch.end(reason);
    for (const reject of this.waiting) reject(reason);
    void this.pool.end().catch(() => {});
    // One that waits for an answer is not ended with its pool, and would be waited for.
    for (const client of this.clients) void (client as Client).end().catch(() => {});
  }
}
