import type { Page } from "../../common/pagination/connection";
import type { PageRequest } from "../../common/pagination/page-args";
import type { Database } from "../../db/database";
import { type OrderTerm, readPages } from "../../db/keyset";
import { raw, type Sql, sql } from "../../db/sql";
import { type Grouping, isTimeGrouping } from "../facet/grouping";
import { groupsOf } from "../facet/grouping.queries";
import { BEST_FIRST, type FieldTerms, fieldOf, TIEBREAK } from "../ranking/ranked.queries";

/** One group's figures as they are read. */
export interface StatisticsRow {
  key: string | null;
  label: string;
  count: number;
  mean: number;
  median: number;
  standardDeviation: number | null;
  min: number;
  max: number;
  bestScoreId: number;
}

/** The mean of the lower and the upper middle, as an exact decimal: percentile_cont would compute in floating point. */
const MEDIAN = raw(`((percentile_disc(0.5) WITHIN GROUP (ORDER BY value)
  + percentile_disc(0.5) WITHIN GROUP (ORDER BY value DESC)) * 0.5)::float8`);

/** The groups (split_id, key, label, figures, is_unknown, best_goodness) of the selected rows of each split. */
function groupedRows(
  splitIds: readonly number[],
  condition: Sql,
  terms: FieldTerms,
  grouping: Grouping,
): Sql {
  const splits = sql`SELECT unnest(${[...splitIds]}::integer[])`;
  return sql`
    SELECT ranked.split_id, g.key, coalesce(group_label, 'Unknown') AS label, g.key IS NULL AS is_unknown,
      count(*) AS count, avg(value)::float8 AS mean, ${MEDIAN} AS median,
      stddev_samp(value)::float8 AS deviation, min(value)::float8 AS min, max(value)::float8 AS max,
      max(goodness) AS best_goodness,
      (array_agg(score_id ORDER BY ${BEST_FIRST}, ${TIEBREAK}))[1] AS best_score_id
    FROM (${fieldOf(splits, terms)}) AS ranked
    LEFT JOIN (${groupsOf(grouping)}) AS g(group_submission_id, key, group_label)
      ON g.group_submission_id = ranked.submission_id
    WHERE EXISTS (SELECT FROM submission s WHERE s.id = ranked.submission_id AND ${condition})
    GROUP BY ranked.split_id, g.key, group_label`;
}

/** A page of each split's groups: groups of time in order, others by their best value, the unknown group last. */
export function findStatisticsPages(
  db: Database,
  splitIds: readonly number[],
  condition: Sql,
  terms: FieldTerms,
  grouping: Grouping,
  page: PageRequest,
): Promise<Map<number, Page<StatisticsRow>>> {
  const unknownLast: OrderTerm = { expression: raw("is_unknown::integer"), type: "integer" };
  const best: OrderTerm = { expression: raw("best_goodness"), type: "numeric", descending: true };
  const key: OrderTerm = { expression: raw("key"), type: "text" };
  return readPages(
    db,
    splitIds,
    {
      with: sql`WITH grouped AS MATERIALIZED (${groupedRows(splitIds, condition, terms, grouping)})`,
      columns: raw(`key, label, count, mean, median, deviation AS "standardDeviation", min, max,
        best_score_id AS "bestScoreId"`),
      body: raw("FROM grouped WHERE split_id = parent.id"),
      order: {
        list: `statistics:${grouping}${terms.assumed ? `:${terms.assumed}` : ""}`,
        terms: isTimeGrouping(grouping) ? [unknownLast, key] : [unknownLast, best, key],
      },
    },
    page,
  );
}

/** How many groups each split has, the unknown one included; a split without any is left out. */
export async function countStatistics(
  db: Database,
  splitIds: readonly number[],
  condition: Sql,
  terms: FieldTerms,
  grouping: Grouping,
): Promise<Map<number, number>> {
  const rows = await db.rows<{ id: number; count: number }>(sql`
    SELECT split_id AS id, count(*) AS count
    FROM (${groupedRows(splitIds, condition, terms, grouping)}) AS grouped GROUP BY split_id`);
  return new Map(rows.map((row) => [row.id, row.count]));
}
