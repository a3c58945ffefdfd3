import type { Page } from "../../common/pagination/connection";
import type { PageRequest } from "../../common/pagination/page-args";
import type { Database } from "../../db/database";
import { readPages } from "../../db/keyset";
import { raw, type Sql, sql } from "../../db/sql";
import type { AssumedDirection } from "./direction";
import { type FieldTerms, fieldOf, rankedField, rankOver } from "./ranked.queries";
import type { TieRule } from "./tie-rule";

/** One row of a ranking as it is read. Ranks are floating-point because fractional ranks are. */
export interface RankedRow {
  scoreId: number;
  submissionId: number;
  rank: number;
  overallRank: number;
  tied: boolean;
  behindLeader: number;
}

const COLUMNS = raw(`score_id AS "scoreId", submission_id AS "submissionId", rank::float8 AS rank,
  overall_rank::float8 AS "overallRank", tied, behind_leader::float8 AS "behindLeader"`);

function ids(splitIds: readonly number[]): Sql {
  return sql`SELECT unnest(${[...splitIds]}::integer[])`;
}

/** A page of the ranking of each split: `condition` selects among submissions `s`, whose row is `ranked`. */
export function findRankingPages(
  db: Database,
  splitIds: readonly number[],
  condition: Sql,
  { ties, ...terms }: FieldTerms & { ties: TieRule },
  page: PageRequest,
): Promise<Map<number, Page<RankedRow>>> {
  return readPages(
    db,
    splitIds,
    {
      with: sql`WITH selection AS MATERIALIZED (
        SELECT ranked.*, ${rankOver(ties)} AS rank
        FROM (${rankedField(ids(splitIds), terms, ties)}) AS ranked
        WHERE EXISTS (SELECT FROM submission s WHERE s.id = ranked.submission_id AND ${condition})
      )`,
      columns: COLUMNS,
      body: raw("FROM selection WHERE split_id = parent.id"),
      order: {
        // A cursor must not lead into the same rows the other way round.
        list: terms.assumed ? `ranking:${terms.assumed}` : "ranking",
        terms: [
          { expression: raw("goodness"), type: "numeric", descending: true },
          { expression: raw("submitted_on"), type: "date" },
          { expression: raw("label"), type: "text" },
          { expression: raw("submission_id"), type: "integer" },
        ],
      },
    },
    page,
  );
}

/** `FROM ... WHERE ...` of the submissions `s` ranked on the split `parent` that fulfil a condition. */
export function rankedSubmissions(condition: Sql, terms: FieldTerms): Sql {
  return sql`FROM (${fieldOf(raw("parent.id"), terms)}) AS ranked JOIN submission s ON s.id = ranked.submission_id
    WHERE ${condition}`;
}

/** The place of single scores in the whole of their splits; a score without a value or direction is left out. */
export function findRanks(
  db: Database,
  { ties, assumed }: { ties: TieRule; assumed: AssumedDirection },
  scoreIds: readonly number[],
): Promise<RankedRow[]> {
  const splits = sql`SELECT split_id FROM score WHERE id = ANY(${[...scoreIds]}::integer[])`;
  return db.rows(sql`
    SELECT score_id AS "scoreId", submission_id AS "submissionId", overall_rank::float8 AS rank,
      overall_rank::float8 AS "overallRank", tied, behind_leader::float8 AS "behindLeader"
    FROM (${rankedField(splits, { asOf: null, assumed }, ties)}) AS ranked WHERE score_id = ANY(${[...scoreIds]}::integer[])`);
}
