import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from "pg";
import type { Cancellation } from "../common/cancellation";
import { cancelStatement } from "./cancel-statement";
import { asTimeout } from "./cancellable-pool";
import { REVISION } from "./data-revision";
import type { Queryable } from "./database";
import { asUnavailable } from "./unavailable";

/**
 * The data as they were at one moment, for statements that come one after the other on a connection of their own. What is
 * running is cancelled when the work is given up.
 */
export class Moment implements Queryable {
  private last: Promise<unknown> = Promise.resolve();
  private cancelling: Promise<boolean> | undefined;
  private isEnded = false;

  private constructor(
    private readonly client: PoolClient,
    private readonly work: Cancellation,
  ) {
    work.on(this.cancel);
  }

  /** Takes a connection, which `end` gives back. */
  static async begin(pool: Pool, work: Cancellation): Promise<Moment> {
    const client = await pool.connect().catch((error) => {
      throw asUnavailable(error);
    });
    const moment = new Moment(client, work);
    try {
      await moment.query({ text: "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY" });
      return moment;
    } catch (error) {
      await moment.end();
      throw error;
    }
  }

  /** The revision of the data at this moment, as `DataRevision` says it. */
  async revision(): Promise<string> {
    const { rows } = await this.query<{ revision: string }>({
      text: `SELECT ${REVISION} AS revision FROM data_revision`,
    });
    return rows[0].revision;
  }

  /** Sends a statement when those before it are done: a transaction has one connection. */
  query<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>> {
    const next = this.last.then(() => this.send<Row>(statement));
    this.last = next.catch(() => {});
    return next;
  }

  /** Ends it; a connection that cannot be used any more is thrown away. */
  async end(): Promise<void> {
    if (this.isEnded) return;
    this.isEnded = true;
    await this.last;
    this.work.off(this.cancel);
    // A cancellation that is under way would hit whatever the connection executes next.
    const isHeard = (await this.cancelling) ?? true;
    await this.client.query("ROLLBACK").then(
      () => this.client.release(!isHeard),
      () => this.client.release(true),
    );
  }

  private async send<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>> {
    if (this.work.reason) throw this.work.reason;
    if (this.isEnded) throw new Error("What was read of one moment has ended.");
    try {
      return await this.client.query<Row>(statement);
    } catch (error) {
      throw this.work.reason ?? asTimeout(asUnavailable(error));
    }
  }

  private readonly cancel = () => {
    this.cancelling ??= cancelStatement(this.client);
  };
}
