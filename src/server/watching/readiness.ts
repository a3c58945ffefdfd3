import { setTimeout as sleep } from "node:timers/promises";

/** Why the service is not ready; the words stand in its answers. */
export type NotReady = "starting" | "draining" | "database away";

/** A database that has not answered after so long is away. */
const PATIENCE_MS = 2_000;

/** Knows whether requests can be answered: not before the store is open, not while stopping, not without the database. */
export class Readiness {
  private state: "starting" | "open" | "draining" = "starting";
  private ask: () => Promise<unknown> = async () => {};

  /**
   * The store is open and its migrations are done.
   * @param askDatabase asks the database something small; rejects when that is away
   */
  open(askDatabase: () => Promise<unknown>): void {
    this.ask = askDatabase;
    if (this.state === "starting") this.state = "open";
  }

  drain(): void {
    this.state = "draining";
  }

  /** Whether requests must not be let in yet. */
  get isStarting(): boolean {
    return this.state === "starting";
  }

  /** What keeps the service from being ready; undefined when it is. */
  async problem(): Promise<NotReady | undefined> {
    if (this.state !== "open") return this.state;
    const timer = new AbortController();
    const late = sleep(PATIENCE_MS, false, { signal: timer.signal }).catch(() => false);
    const answered = this.ask().then(
      () => true,
      () => false,
    );
    const isThere = await Promise.race([answered, late]);
    timer.abort();
    return isThere ? undefined : "database away";
  }
}
