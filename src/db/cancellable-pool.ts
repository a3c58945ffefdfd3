import {
  DatabaseError,
  type Pool,
  type PoolClient,
  type QueryConfig,
  type QueryResult,
  type QueryResultRow,
} from "pg";
import type { Cancellation } from "../common/cancellation";
import { CallerError, ErrorCode } from "../common/errors";
import { cancelStatement } from "./cancel-statement";

/** Cancelled, because it took too long or nobody waited any more. */
export const CANCELLED = "57014";

/** Runs statements over a pool until the work that they are for is given up: what is running then is cancelled. */
export class CancellablePool {
  constructor(
    private readonly pool: Pool,
    private readonly work: Cancellation,
  ) {}

  async query<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>> {
    const work = this.work;
    if (work.reason) throw work.reason;
    const client = await this.pool.connect();
    let cancelling: Promise<boolean> | undefined;
    const cancel = () => {
      cancelling = cancelStatement(client);
    };
    let isBroken = false;
    try {
      // It may have been given up while it waited for a connection.
      if (work.reason) throw work.reason;
      work.on(cancel);
      return await client.query<Row>(statement);
    } catch (error) {
      isBroken = error !== work.reason && !isOfStatement(error);
      throw work.reason ?? asTimeout(error);
    } finally {
      work.off(cancel);
      if (cancelling) void releaseAfter(cancelling, client, isBroken);
      else client.release(isBroken);
    }
  }
}

/** A cancellation that is under way would hit whatever the connection executes next. */
async function releaseAfter(
  cancelling: Promise<boolean>,
  client: PoolClient,
  isBroken: boolean,
): Promise<void> {
  const isHeard = await cancelling;
  client.release(isBroken || !isHeard);
}

/** Of connections, of the server's end, of its resources and of its own bugs. */
const BEYOND_STATEMENTS = /^(08|53|57P|58|XX)/;

/** Whether the statement failed, and not the connection that it was sent over. */
export function isOfStatement(error: unknown): boolean {
  return error instanceof DatabaseError && !BEYOND_STATEMENTS.test(error.code ?? "");
}

/** What a caller is told where the server itself ended a statement. */
export function asTimeout(error: unknown): unknown {
  if (!(error instanceof DatabaseError) || error.code !== CANCELLED) return error;
  const message =
    "This takes the database longer than it may. Ask for less: a smaller page, narrower conditions, or fewer fields that are computed.";
  return new CallerError(ErrorCode.DEADLINE_EXCEEDED, message);
}
