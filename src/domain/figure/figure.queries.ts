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
  scoreId: number;
  submissionId: number;
  day: string;
}

/** How many rows a field has, of which some have no date, and on how many days. */
export interface FieldExtent {
  dated: number;
  undated: number;
  days: number;
}

/** Rows that are drawn together, of which the best is drawn. */
export type Bucket = "row" | "day" | "month";

/** The selected rows of a split: `condition` selects among submissions `s`. */
function selected(splitId: number, condition: Sql, terms: FieldTerms): Sql {
  return sql`SELECT ranked.* FROM (${fieldOf(among([splitId]), terms)}) AS ranked
    WHERE EXISTS (SELECT FROM submission s WHERE s.id = ranked.submission_id AND ${condition})`;
}

/** How much there is to draw of a split over time. */
export async function findFieldExtent(
  db: Database,
  splitId: number,
  condition: Sql,
  terms: FieldTerms,
): Promise<FieldExtent> {
  const [extent] = await db.rows<FieldExtent>(sql`
    SELECT count(submitted_on) AS dated, count(*) - count(submitted_on) AS undated,
      count(DISTINCT submitted_on) AS days
    FROM (${selected(splitId, condition, terms)}) AS field`);
  return extent;
}

const BUCKETS: Readonly<Record<Bucket, Sql>> = {
  row: sql`score_id::text`,
  day: sql`submitted_on::text`,
  month: sql`to_char(submitted_on, 'YYYY-MM')`,
};

/** The dated rows of a split in order of time, the best of each bucket. */
export function findDatedField(
  db: Database,
  splitId: number,
  condition: Sql,
  terms: FieldTerms,
  bucket: Bucket,
): Promise<FieldRow[]> {
  return db.rows(sql`
    SELECT "scoreId", "submissionId", day FROM (
      SELECT DISTINCT ON (${BUCKETS[bucket]}) score_id AS "scoreId", submission_id AS "submissionId",
        submitted_on AS day
      FROM (${selected(splitId, condition, terms)}) AS field WHERE submitted_on IS NOT NULL
      ORDER BY ${BUCKETS[bucket]}, goodness DESC, submitted_on, submission_id
    ) AS best ORDER BY day, "submissionId"`);
}

/** Which groups are meant: those with these keys, and that of what is not known. */
export interface WantedGroups {
  grouping: Grouping;
  keys: readonly string[];
  withUnknown: boolean;
}

/** The selected rows of a split with the group that each is in, and whether that is stated. */
function grouped(
  splitId: number,
  condition: Sql,
  terms: FieldTerms,
  { grouping, keys, withUnknown }: WantedGroups,
): Sql {
  return sql`
    SELECT ranked.*, g.key, g.key IS NULL OR stated.key IS NOT NULL AS is_stated
    FROM (${rankedField(among([splitId]), terms, TieRule.ORDINAL)}) AS ranked
    LEFT JOIN (${groupsOf(grouping)}) AS g ON g.submission_id = ranked.submission_id
    LEFT JOIN (${groupsOf(grouping, [Basis.STATED])}) AS stated
      ON stated.submission_id = ranked.submission_id AND stated.key = g.key
    WHERE EXISTS (SELECT FROM submission s WHERE s.id = ranked.submission_id AND ${condition})
      AND (g.key = ANY(${[...keys]}::text[]) OR (g.key IS NULL AND ${withUnknown}::boolean))`;
}

/** Where the middle half of a group's values lies. */
export interface QuartilesRow {
  key: string | null;
  lowerQuartile: number;
  upperQuartile: number;
}

/** The quartiles of groups, interpolated between the values next to them. */
export function findQuartiles(
  db: Database,
  splitId: number,
  condition: Sql,
  terms: FieldTerms,
  wanted: WantedGroups,
): Promise<QuartilesRow[]> {
  return db.rows(sql`
    SELECT key, percentile_cont(0.25) WITHIN GROUP (ORDER BY value::float8) AS "lowerQuartile",
      percentile_cont(0.75) WITHIN GROUP (ORDER BY value::float8) AS "upperQuartile"
    FROM (${grouped(splitId, condition, terms, wanted)}) AS grouped GROUP BY key`);
}

/** A row of a group. */
export interface GroupedRow {
  key: string | null;
  scoreId: number;
  submissionId: number;
  isStated: boolean;
}

/** The rows of groups, the best first. */
export function findGroupedRows(
  db: Database,
  splitId: number,
  condition: Sql,
  terms: FieldTerms,
  wanted: WantedGroups,
): Promise<GroupedRow[]> {
  return db.rows(sql`
    SELECT key, score_id AS "scoreId", submission_id AS "submissionId", is_stated AS "isStated"
    FROM (${grouped(splitId, condition, terms, wanted)}) AS grouped ORDER BY overall_rank, key`);
}
