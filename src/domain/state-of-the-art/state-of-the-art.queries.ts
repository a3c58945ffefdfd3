import type { Database } from "../../db/database";
import { among } from "../../db/predicates";
import { type Sql, sql } from "../../db/sql";
import { BEST_FIRST, type FieldTerms, fieldOf, TIEBREAK } from "../ranking/ranked.queries";

/** One record as it is read. */
export interface RecordRow {
  splitId: number;
  scoreId: number;
  submissionId: number;
  heldFrom: string;
  heldUntil: string | null;
  heldDays: number | null;
  improvement: number | null;
}

/**
 * The records of each split in order of time: the best row of a day (of equals the first by name) enters when it is
 * strictly better than everything of earlier days. Undated rows cannot hold a record.
 */
export function findRecords(
  db: Database,
  splitIds: readonly number[],
  condition: Sql,
  terms: FieldTerms,
): Promise<RecordRow[]> {
  return db.rows(sql`
    WITH best_of_day AS (
      SELECT DISTINCT ON (split_id, submitted_on) ranked.*
      FROM (${fieldOf(among(splitIds), terms)}) AS ranked
      WHERE submitted_on IS NOT NULL
        AND EXISTS (SELECT FROM submission s WHERE s.id = ranked.submission_id AND ${condition})
      ORDER BY split_id, submitted_on, ${BEST_FIRST}, ${TIEBREAK}
    ), contender AS (
      SELECT *, max(goodness) OVER (
        PARTITION BY split_id ORDER BY submitted_on ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ) AS earlier_best
      FROM best_of_day
    ), record AS (
      SELECT *, lead(submitted_on) OVER (PARTITION BY split_id ORDER BY submitted_on) AS held_until
      FROM contender WHERE earlier_best IS NULL OR goodness > earlier_best
    )
    SELECT split_id AS "splitId", score_id AS "scoreId", submission_id AS "submissionId",
      submitted_on AS "heldFrom", held_until AS "heldUntil", held_until - submitted_on AS "heldDays",
      (goodness - earlier_best)::float8 AS improvement
    FROM record ORDER BY split_id, submitted_on`);
}
