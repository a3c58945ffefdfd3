import type { Database } from "../../db/database";
import { among } from "../../db/predicates";
import { type Sql, sql } from "../../db/sql";
import { Basis } from "../claim/basis";
import type { Grouping } from "../facet/grouping";
import { groupsOf } from "../facet/grouping.queries";
import { type FieldTerms, fieldOf, rankedField } from "../ranking/ranked.queries";
import { TieRule } from "../ranking/tie-rule";

/** A row that stands for itself, or is the best of its day or month. */
export interface FieldRow {
  splitId: number;
  scoreId: number;
  submissionId: number;
  day: string;
}

/** How many rows a field has, of which some have no date, and on how many days. */
export interface FieldExtent {
  splitId: number;
  dated: number;
  undated: number;
  days: number;
}

/** Rows that are drawn together, of which the best is drawn. */
export type Bucket = "row" | "day" | "month";

/** What is drawn behind the records of splits. */
export interface FieldSelection extends FieldTerms {
  /** Selects among submissions `s`. */
  condition: Sql;
  /** The scores that are records. */
  records: readonly number[];
}

/** The selected rows of splits that are no records. */
function selected(splitIds: readonly number[], { condition, records, ...terms }: FieldSelection): Sql {
  return sql`SELECT ranked.* FROM (${fieldOf(among(splitIds), terms)}) AS ranked
    WHERE ranked.score_id <> ALL(${records}::integer[])
      AND EXISTS (SELECT FROM submission s WHERE s.id = ranked.submission_id AND ${condition})`;
}

/** How much there is to draw of each split behind its records; one without rows is left out. */
export function findFieldExtents(
  db: Database,
  splitIds: readonly number[],
  selection: FieldSelection,
): Promise<FieldExtent[]> {
  return db.rows(sql`
    SELECT split_id AS "splitId", count(submitted_on) AS dated, count(*) - count(submitted_on) AS undated,
      count(DISTINCT submitted_on) AS days
    FROM (${selected(splitIds, selection)}) AS field GROUP BY split_id`);
}

const BUCKETS: Readonly<Record<Bucket, Sql>> = {
  row: sql`score_id::text`,
  day: sql`submitted_on::text`,
  month: sql`to_char(submitted_on, 'YYYY-MM')`,
};

/** The dated rows of each split behind its records in order of time, the best of each bucket. */
export function findDatedFields(
  db: Database,
  splitIds: readonly number[],
  selection: FieldSelection,
  bucket: Bucket,
): Promise<FieldRow[]> {
  return db.rows(sql`
    SELECT "splitId", "scoreId", "submissionId", day FROM (
      SELECT DISTINCT ON (split_id, ${BUCKETS[bucket]}) split_id AS "splitId", score_id AS "scoreId",
        submission_id AS "submissionId", submitted_on AS day
      FROM (${selected(splitIds, selection)}) AS field WHERE submitted_on IS NOT NULL
      ORDER BY split_id, ${BUCKETS[bucket]}, goodness DESC, submitted_on, submission_id
    ) AS best ORDER BY "splitId", day, "submissionId"`);
}

/** A group of a split; null is the key of what is not known. */
export interface GroupOfSplit {
  splitId: number;
  key: string | null;
}

/** What is asked of groups of splits: by which grouping, and among which submissions `s`. */
export interface GroupedSelection extends FieldTerms {
  grouping: Grouping;
  condition: Sql;
}

/** The selected rows of the groups that are wanted, and of each whether it is stated that it belongs there. */
function grouped(wanted: readonly GroupOfSplit[], { grouping, condition, ...terms }: GroupedSelection): Sql {
  const splitIds = wanted.map(({ splitId }) => splitId);
  // No key is empty: thus the two can be joined as equals.
  const keys = wanted.map(({ key }) => key ?? "");
  return sql`
    SELECT ranked.*, g.key, g.key IS NULL OR stated.key IS NOT NULL AS is_stated
    FROM (${rankedField(among([...new Set(splitIds)]), terms, TieRule.ORDINAL)}) AS ranked
    LEFT JOIN (${groupsOf(grouping)}) AS g ON g.submission_id = ranked.submission_id
    LEFT JOIN (${groupsOf(grouping, [Basis.STATED])}) AS stated
      ON stated.submission_id = ranked.submission_id AND stated.key = g.key
    JOIN unnest(${splitIds}::integer[], ${keys}::text[]) AS wanted(split_id, key)
      ON wanted.split_id = ranked.split_id AND wanted.key = coalesce(g.key, '')
    WHERE EXISTS (SELECT FROM submission s WHERE s.id = ranked.submission_id AND ${condition})`;
}

/** Where the middle half of a group's values lies. */
export interface QuartilesRow extends GroupOfSplit {
  lowerQuartile: number;
  upperQuartile: number;
}

/** The quartiles of groups, interpolated between the values next to them. */
export function findQuartiles(
  db: Database,
  wanted: readonly GroupOfSplit[],
  selection: GroupedSelection,
): Promise<QuartilesRow[]> {
  return db.rows(sql`
    SELECT split_id AS "splitId", key,
      percentile_cont(0.25) WITHIN GROUP (ORDER BY value::float8) AS "lowerQuartile",
      percentile_cont(0.75) WITHIN GROUP (ORDER BY value::float8) AS "upperQuartile"
    FROM (${grouped(wanted, selection)}) AS grouped GROUP BY split_id, key`);
}

/** A row of a group. */
export interface GroupedRow extends GroupOfSplit {
  scoreId: number;
  submissionId: number;
  isStated: boolean;
}

/** The rows of groups, the best first. */
export function findGroupedRows(
  db: Database,
  wanted: readonly GroupOfSplit[],
  selection: GroupedSelection,
): Promise<GroupedRow[]> {
  return db.rows(sql`
    SELECT split_id AS "splitId", key, score_id AS "scoreId", submission_id AS "submissionId",
      is_stated AS "isStated"
    FROM (${grouped(wanted, selection)}) AS grouped ORDER BY split_id, overall_rank, key`);
}
