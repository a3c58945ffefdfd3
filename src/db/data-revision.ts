import { Pool } from "pg";
import { SharedRead } from "../common/shared-read";
import { asUnavailable } from "./unavailable";

/** What a revision is told apart by, of a row of data_revision: primary and replicas must say it alike. */
export const REVISION = "concat(revision, '.', extract(epoch FROM changed_at))";

/** Reads the data revision, over a connection of its own so that it never waits for queries that take long. */
export class DataRevision {
  private readonly pool: Pool;
  private readonly shared = new SharedRead(() => this.query());
  private newest: string | undefined;

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

  /** What was read last. */
  get latest(): string | undefined {
    return this.newest;
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async query(): Promise<string> {
    try {
      const { rows } = await this.pool.query<{ revision: string }>({
        name: "data_revision",
        text: `SELECT ${REVISION} AS revision FROM data_revision`,
      });
      this.newest = rows[0].revision;
      return this.newest;
    } catch (error) {
      throw asUnavailable(error);
    }
  }
}
