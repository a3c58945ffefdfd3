import { among } from "../../db/predicates";
import { raw, type Sql, sql } from "../../db/sql";
import type { Transaction } from "../../db/transaction";
import { fieldOf, rankOver } from "./ranked.queries";
import { TieRule } from "./tie-rule";

const TODAY = { asOf: null, assumed: null };

const COLUMNS =
  raw(`split_id, position, score_id, submission_id, competition_rank, dense_rank, equals, submitted_on,
  value, goodness, label`);

/** What is to be kept of splits, as it is computed: the columns of kept_ranking. */
export function rankingToKeep(splits: Sql): Sql {
  return sql`
    SELECT split_id, ${rankOver(TieRule.ORDINAL)} AS position, score_id, submission_id,
      ${rankOver(TieRule.COMPETITION)} AS competition_rank, ${rankOver(TieRule.DENSE)} AS dense_rank,
      count(*) OVER (PARTITION BY split_id, goodness) AS equals, submitted_on, value, goodness, label
    FROM (${fieldOf(splits, TODAY)}) AS field`;
}

/** Splits whose ranking is not kept, or not right any more. */
export async function findUnkeptSplits(transaction: Transaction): Promise<number[]> {
  const rows = await transaction.rows<{ id: number }>(sql`
    SELECT id FROM split sp WHERE NOT EXISTS (SELECT FROM kept_split ks WHERE ks.split_id = sp.id) ORDER BY id`);
  return rows.map(({ id }) => id);
}

/** Keeps the rankings of splits, as they are now. Gives how many rows they have. */
export async function keepRankings(transaction: Transaction, splitIds: readonly number[]): Promise<number> {
  const ids = sql`${[...splitIds]}::integer[]`;
  await transaction.count(sql`DELETE FROM kept_ranking WHERE split_id = ANY(${ids})`);
  const rows = await transaction.count(
    sql`INSERT INTO kept_ranking (${COLUMNS}) ${rankingToKeep(among(splitIds))} ORDER BY 1, 2`,
  );
  await transaction.count(sql`
    INSERT INTO kept_split (split_id, leaderboard_id, total, best_goodness)
    SELECT sp.id, sp.leaderboard_id, count(k.position), max(k.goodness)
    FROM split sp LEFT JOIN kept_ranking k ON k.split_id = sp.id WHERE sp.id = ANY(${ids}) GROUP BY sp.id`);
  return rows;
}
