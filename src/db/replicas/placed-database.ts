import { DatabaseError, type Pool } from "pg";
import { CallerError, Unavailable } from "../../common/errors";
import { CANCELLED, isOfStatement } from "../cancellable-pool";
import { Database } from "../database";
import type { Sql } from "../sql";
import type { LiveReplica } from "./live-replica";
import type { ReadReplicas } from "./read-replicas";

/**
 * The reads of one request. All go to one replica that has what could be seen when the request began; when it fails, or
 * there is none, the rest go to the primary.
 */
export class PlacedDatabase extends Database {
  private choosing: Promise<LiveReplica | undefined> | undefined;
  private failed = false;
  private seen: LiveReplica | undefined;
  private readonly primary: Database;
  private replica: Database | undefined;

  /**
   * @param revision what is to be seen at least; called at the first read
   * @param over reads over a pool
   */
  constructor(
    pool: Pool,
    private readonly replicas: ReadReplicas,
    private readonly revision: () => Promise<string>,
    private readonly over: (pool: Pool) => Database,
  ) {
    super(pool);
    this.primary = over(pool);
  }

  override async rows<Row extends object>(statement: Sql): Promise<Row[]> {
    this.choosing ??= this.choose();
    const replica = await this.choosing;
    if (!replica || this.failed) return this.primary.rows(statement);
    this.replica ??= this.over(replica.pool);
    const reader = this.replica;
    try {
      const rows = await replica.run(() => reader.rows<Row>(statement));
      this.seen = replica;
      return rows;
    } catch (error) {
      if (isForCaller(error)) throw error;
      this.failed = true;
      // A statement can also fail because the replica had to go on, and then the replica is well.
      const reason = error instanceof Unavailable ? error.cause : error;
      if (!isOfStatement(reason) && !isBusy(reason)) replica.giveUp(reason as Error);
      return this.primary.rows(statement);
    }
  }

  /** Whether the primary shows all that was read: only then may it be told. Else read it again from the primary. */
  async isCovered(): Promise<boolean> {
    return !this.seen || this.replicas.isCovered(this.seen);
  }

  private async choose(): Promise<LiveReplica | undefined> {
    try {
      return this.replicas.choose(await this.revision());
    } catch {
      return undefined;
    }
  }
}

/** What the primary would say as well, as that it takes too long. */
function isForCaller(error: unknown): boolean {
  return error instanceof CallerError || (error instanceof DatabaseError && error.code === CANCELLED);
}

/** Whether all its connections were in use for too long, which says nothing against the replica. */
function isBusy(error: unknown): boolean {
  return (error as Error).message === "timeout exceeded when trying to connect";
}
