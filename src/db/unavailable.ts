import { Unavailable } from "../common/errors";

/**
 * The server cannot be reached, is starting or stopping, has cut the connection, or lacks what it needs for one more:
 * SQLSTATE classes 08 and 53, and three of class 57.
 */
const CODE =
  /^(08\w{3}|53\w{3}|57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** What the driver says without a code. */
const MESSAGE =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

/** The error to throw for one of the driver: `Unavailable` when the database is away, else the same. */
export function asUnavailable(error: unknown): unknown {
  return isAway(error) ? new Unavailable(error) : error;
}

function isAway(error: unknown): boolean {
  const { code, message, errors } = error as Error & { code?: string; errors?: unknown[] };
  // A host with several addresses fails with as many errors.
  return CODE.test(code ?? "") || MESSAGE.test(message ?? "") || (errors?.some(isAway) ?? false);
}
