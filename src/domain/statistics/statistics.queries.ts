import type { Page } from "../../common/pagination/connection";
import type { PageRequest } from "../../common/pagination/page-args";
import type { Database } from "../../db/database";
import { type Order, type OrderTerm, readPages } from "../../db/keyset";
import { among } from "../../db/predicates";
import { raw, type Sql, sql } from "../../db/sql";
import { type Grouping, isTimeGrouping } from "../facet/grouping";
import { type FieldTerms, rankedField } from "../ranking/ranked.queries";
import { TieRule } from "../ranking/tie-rule";
import { groupStatistics } from "./group-statistics.queries";

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

/** The groups of the selected rows of each split. */
function groupedRows(
  splitIds: readonly number[],
  condition: Sql,
  terms: FieldTerms,
  grouping: Grouping,
): Sql {
  return groupStatistics(rankedField(among(splitIds), terms, TieRule.ORDINAL), grouping, condition);
}

/** Groups of time in order, others by their best value, the unknown group last. */
export function groupOrder(grouping: Grouping, { assumed }: Pick<FieldTerms, "assumed">): Order {
  const unknownLast: OrderTerm = { expression: raw("is_unknown::integer"), type: "integer", required: true };
  const best: OrderTerm = {
    expression: raw("best_goodness"),
    type: "numeric",
    descending: true,
    required: true,
  };
  const key: OrderTerm = { expression: raw("key"), type: "text" };
  return {
    list: `statistics:${grouping}${assumed ? `:${assumed}` : ""}`,
    terms: isTimeGrouping(grouping) ? [unknownLast, key] : [unknownLast, best, key],
  };
}

const COLUMNS = raw(`key, label, count, mean, median, deviation AS "standardDeviation", min, max,
  best_score_id AS "bestScoreId"`);

/** A page of the groups of all rows of each split; a split whose groups are not kept is not in the answer. */
export function findKeptStatisticsPages(
  db: Database,
  splitIds: readonly number[],
  grouping: Grouping,
  page: PageRequest,
): Promise<Map<number, Page<StatisticsRow>>> {
  const rows = sql`FROM (
    SELECT g.*, g.key IS NULL AS is_unknown FROM kept_group g WHERE g.split_id = parent.id AND g.grouping = ${grouping}
  ) AS grouped WHERE true`;
  return readPages(
    db,
    splitIds,
    {
      columns: COLUMNS,
      body: rows,
      order: groupOrder(grouping, { assumed: null }),
      places: {
        column: raw("grouped.place"),
        first: (condition, reversed) => sql`
          SELECT grouped.place ${rows} AND ${condition} ORDER BY grouped.place ${raw(reversed ? "DESC" : "ASC")} LIMIT 1`,
      },
      parents: {
        join: sql`JOIN kept_grouping kg ON kg.split_id = parent.id AND kg.grouping = ${grouping}`,
        total: raw("kg.total"),
      },
    },
    page,
  );
}

/** A page of each split's groups of the selected rows. */
export function findStatisticsPages(
  db: Database,
  splitIds: readonly number[],
  condition: Sql,
  terms: FieldTerms,
  grouping: Grouping,
  page: PageRequest,
): Promise<Map<number, Page<StatisticsRow>>> {
  return readPages(
    db,
    splitIds,
    {
      with: sql`WITH grouped AS MATERIALIZED (${groupedRows(splitIds, condition, terms, grouping)})`,
      columns: COLUMNS,
      body: raw("FROM grouped WHERE split_id = parent.id"),
      order: groupOrder(grouping, terms),
    },
    page,
  );
}

/** How many groups all rows of each split have; a split whose groups are not kept is left out. */
export async function countKeptStatistics(
  db: Database,
  splitIds: readonly number[],
  grouping: Grouping,
): Promise<Map<number, number>> {
  const rows = await db.rows<{ id: number; count: number }>(sql`
    SELECT split_id AS id, total AS count FROM kept_grouping
    WHERE split_id = ANY(${[...splitIds]}::integer[]) AND grouping = ${grouping}`);
  return new Map(rows.map((row) => [row.id, row.count]));
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
