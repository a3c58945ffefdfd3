import { setTimeout as sleep } from "node:timers/promises";
import { type IRateLimiterOptions, RateLimiterMemory, RateLimiterRedis } from "rate-limiter-flexible";
import { createClient, RESP_TYPES } from "redis";
import { Circuit } from "../../common/circuit";
import type { Log } from "../../common/log";
import type { Limiter } from "../limits/budget";
import type { SharedMemory } from "./shared-memory";

/** What takes longer would be executed sooner. */
const PATIENCE_MS = 50;

const CONNECT_MS = 1_000;

/** Larger values would make all others wait. */
const MOST_BYTES = 1024 * 1024;

/** A connection that says nothing for so long, though it is asked in between, is given up. */
const SILENT_MS = 3_000;
const LONGEST_PAUSE_MS = 10_000;

/** Memory and points that processes share by way of Redis. Without it, each process goes by its own memory. */
export class RedisMemory implements SharedMemory {
  private readonly client;
  private readonly bytes;
  private readonly circuit: Circuit;

  private constructor(url: string, log: Log) {
    this.circuit = new Circuit(PATIENCE_MS, {
      onWell: () => log.info("Redis is used."),
      onFailed: (reason) => log.warn("Redis cannot be used; each process keeps its own.", { reason }),
    });
    this.client = createClient({
      url,
      name: "scoregraph",
      disableOfflineQueue: true,
      commandsQueueMaxLength: 10_000,
      pingInterval: SILENT_MS / 3,
      socket: {
        connectTimeout: SILENT_MS,
        socketTimeout: SILENT_MS,
        reconnectStrategy: (retries) => Math.min(100 * 2 ** retries, LONGEST_PAUSE_MS),
      },
    });
    // Whoever asks is told; without a listener the process would end.
    this.client.on("error", () => {});
    this.bytes = this.client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
  }

  /** Connects, but does not wait long: what is not there now may come later. */
  static async open(url: string, log: Log): Promise<RedisMemory> {
    const memory = new RedisMemory(url, log);
    const connecting = memory.client.connect().catch(() => {});
    await Promise.race([connecting, sleep(CONNECT_MS, undefined, { ref: false })]);
    // Says in the log how it went.
    await memory.read("");
    return memory;
  }

  read(key: string): Promise<Buffer | undefined> {
    return this.circuit.run<Buffer | undefined>(
      async () => (await this.bytes.get(nameOf(key))) ?? undefined,
      () => undefined,
    );
  }

  write(key: string, value: Buffer | string, seconds: number): void {
    if (value.length > MOST_BYTES) return;
    const set = () => this.client.set(nameOf(key), value, { expiration: { type: "EX", value: seconds } });
    void this.circuit.run<unknown>(set, () => undefined);
  }

  /** Counts points for all processes; those of this one alone while Redis is away. */
  limiter(options: IRateLimiterOptions): Limiter {
    const shared = new RateLimiterRedis({ ...options, storeClient: this.client, useRedisPackage: true });
    const own = new RateLimiterMemory(options);
    return {
      consume: (key, points) =>
        this.circuit.run(
          () => shared.consume(key, points),
          () => own.consume(key, points),
        ),
      reward: (key, points) =>
        this.circuit.run(
          () => shared.reward(key, points),
          () => own.reward(key, points),
        ),
    };
  }

  close(): void {
    if (this.client.isOpen) this.client.destroy();
  }
}

function nameOf(key: string): string {
  return `scoregraph:${key}`;
}
