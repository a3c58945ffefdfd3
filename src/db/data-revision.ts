import { Pool } from "pg";

/** Reads of the data revision, of which those that are asked for at the same time share one. */
export class DataRevision {
  private readonly pool: Pool;
  private running: Promise<unknown> = Promise.resolve();
  private next: Promise<string> | undefined;

  /** Takes a connection of its own, so that no read waits for queries that take long. */
  constructor({ options }: Pool, onLost: (error: Error) => void) {
    this.pool = new Pool({ ...options, password: options.password, max: 1, idleTimeoutMillis: 0 });
    this.pool.on("error", onLost);
  }

  /**
   * What the revision is now: every change that was committed before this is called is in it. The text is another one
   * after every change of the data, also in another database.
   */
  read(): Promise<string> {
    // A read that is under way may have missed a change that is committed by now: only one that is still to begin counts.
    this.next ??= this.begin();
    return this.next;
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async begin(): Promise<string> {
    await this.running.catch(() => {});
    this.next = undefined;
    const reading = this.query();
    this.running = reading;
    return reading;
  }

  private async query(): Promise<string> {
    const { rows } = await this.pool.query<{ revision: string }>({
      name: "data_revision",
      text: "SELECT concat(revision, '.', extract(epoch FROM changed_at)) AS revision FROM data_revision",
    });
    return rows[0].revision;
  }
}
