import type { Pool } from "pg";
import { sql } from "../../db/sql";
import { inTransaction, type Transaction } from "../../db/transaction";
import { findUnkeptSplits, keepRankings } from "../ranking/kept-ranking.commands";
import { keepGroups } from "../statistics/kept-groups.commands";

/** From so many new rows on the planner is told at once, and not when the server gets round to it. */
const ROWS_TO_ANALYZE = 10_000;

/** Of how many splits rankings were computed anew, and for how many groupings of a split the figures of its groups. */
export interface Refreshed {
  splits: number;
  groupings: number;
}

/**
 * Keeps rankings and groups of all splits of which they are not kept, or not right any more, in the transaction that has
 * changed the data or in one of its own. Writers wait for each other by the row of the revision: nobody changes what is
 * read here before it is kept.
 */
export async function refreshKept(
  transaction: Transaction,
  { rowsToKeepGroups }: { rowsToKeepGroups?: number } = {},
): Promise<Refreshed> {
  await transaction.count(sql`SELECT FROM data_revision FOR UPDATE`);
  // Sorts of many rows go to disk otherwise.
  await transaction.run("SET LOCAL work_mem = '64MB'");
  const splitIds = await findUnkeptSplits(transaction);
  const rows = splitIds.length ? await keepRankings(transaction, splitIds) : 0;
  if (rows >= ROWS_TO_ANALYZE) await transaction.run("ANALYZE kept_ranking, kept_split");
  return { splits: splitIds.length, groupings: await keepGroups(transaction, rowsToKeepGroups) };
}

/**
 * Does the same when nothing else is being written: plain SQL by another hand, or a new version of the service, leaves
 * splits of which nothing is kept. Whoever is writing refreshes at the end, and is not waited for.
 */
export function refreshKeptIfIdle(pool: Pool): Promise<Refreshed | null> {
  return inTransaction(pool, async (transaction) => {
    const free = await transaction.rows(sql`SELECT revision FROM data_revision FOR UPDATE SKIP LOCKED`);
    return free.length ? refreshKept(transaction) : null;
  });
}
