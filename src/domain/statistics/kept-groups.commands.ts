import { orderBy } from "../../db/keyset";
import { among } from "../../db/predicates";
import { raw, type Sql, sql } from "../../db/sql";
import type { Transaction } from "../../db/transaction";
import { Grouping } from "../facet/grouping";
import { rankedField } from "../ranking/ranked.queries";
import { TieRule } from "../ranking/tie-rule";
import { groupStatistics } from "./group-statistics.queries";
import { groupOrder } from "./statistics.queries";

/**
 * Groups are kept of splits with at least so many rows. Of smaller ones they are computed faster than anybody notices,
 * while keeping them would take as much room as the scores.
 */
const ROWS_TO_KEEP_GROUPS = 6_000;

const TODAY = { asOf: null, assumed: null };

const COLUMNS =
  raw(`split_id, grouping, place, key, label, count, mean, median, deviation, min, max, best_goodness,
  best_score_id`);

/** What is to be kept of the groups of splits, as it is computed: the columns of kept_group. */
export function groupsToKeep(splits: Sql, grouping: Grouping): Sql {
  return sql`
    SELECT split_id, ${grouping}::text AS grouping,
      row_number() OVER (PARTITION BY split_id ${orderBy(groupOrder(grouping, TODAY))}) AS place,
      key, label, count, mean, median, deviation, min, max, best_goodness, best_score_id
    FROM (${groupStatistics(rankedField(splits, TODAY, TieRule.ORDINAL), grouping, null)}) AS grouped`;
}

/** Keeps the groups of all large splits whose ranking is kept and whose groups are not. Gives how many that were. */
export async function keepGroups(
  transaction: Transaction,
  rowsToKeep: number = ROWS_TO_KEEP_GROUPS,
): Promise<number> {
  const unkept = await transaction.rows<{ grouping: Grouping; splitIds: number[] }>(sql`
    SELECT g.grouping, array_agg(ks.split_id) AS "splitIds"
    FROM kept_split ks CROSS JOIN unnest(${Object.values(Grouping)}::text[]) AS g(grouping)
    WHERE ks.total >= ${rowsToKeep} AND NOT EXISTS (
      SELECT FROM kept_grouping kg WHERE kg.split_id = ks.split_id AND kg.grouping = g.grouping)
    GROUP BY g.grouping`);
  for (const { grouping, splitIds } of unkept) {
    const ids = sql`${splitIds}::integer[]`;
    const groups = groupsToKeep(among(splitIds), grouping);
    await transaction.count(
      sql`DELETE FROM kept_group WHERE split_id = ANY(${ids}) AND grouping = ${grouping}`,
    );
    await transaction.count(sql`INSERT INTO kept_group (${COLUMNS}) ${groups}`);
    await transaction.count(sql`
      INSERT INTO kept_grouping (split_id, grouping, total)
      SELECT split_id, grouping, count(*) FROM kept_group WHERE split_id = ANY(${ids}) AND grouping = ${grouping}
      GROUP BY split_id, grouping`);
  }
  return unkept.reduce((sum, { splitIds }) => sum + splitIds.length, 0);
}
