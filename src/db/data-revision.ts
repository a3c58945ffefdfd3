import { Pool } from "pg";
import { SharedRead } from "../common/shared-read";
import { asUnavailable } from "./unavailable";

/** Reads the data revision, over a connection of its own so that it never waits for queries that take long. */
export class DataRevision {
  private readonly pool: Pool;
  private readonly shared = new SharedRead(() => this.query());

  constructor({ options }: Pool, onLost: (error: Error) => void) {
    const { password, connectionTimeoutMillis: patience } = options;
    // It is read in a moment: when it takes as long as a connection may, the server stands still or is lost.
    const limits = patience ? { query_timeout: patience } : {};
    this.pool = new Pool({ ...options, password, max: 1, idleTimeoutMillis: 0, ...limits });
    this.pool.on("error", onLost);
  }

  /**
   * What the revision is now: every change that was committed before this is called is in it. The text is another one
   * after every change of the data, also in another database.
   */
  read(): Promise<string> {
    return this.shared.get();
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async query(): Promise<string> {
    try {
      const { rows } = await this.pool.query<{ revision: string }>({
        name: "data_revision",
        text: "SELECT concat(revision, '.', extract(epoch FROM changed_at)) AS revision FROM data_revision",
      });
      return rows[0].revision;
    } catch (error) {
      throw asUnavailable(error);
    }
  }
}
