import type { Page } from "../../common/pagination/connection";
import type { PageRequest } from "../../common/pagination/page-args";
import type { Database } from "../../db/database";
import { type Order, readPages } from "../../db/keyset";
import { among } from "../../db/predicates";
import { raw, type Sql, sql } from "../../db/sql";
import { type LinkedRow, linkedRows } from "../node/row.queries";
import type { AssumedDirection } from "./direction";
import { keptColumns } from "./kept-ranks.queries";
import { computedRanks, type FieldTerms, fieldOf, rankedField, rankOver } from "./ranked.queries";
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

const RANKS = raw(`score_id AS "scoreId", submission_id AS "submissionId", overall_rank::float8 AS rank,
  overall_rank::float8 AS "overallRank", tied, behind_leader::float8 AS "behindLeader"`);

/** The order of `computedRanks`; a cursor must not lead into the same rows the other way round. */
function rankingOrder(assumed: AssumedDirection): Order {
  return {
    list: assumed ? `ranking:${assumed}` : "ranking",
    terms: [
      { expression: raw("goodness"), type: "numeric", descending: true, required: true },
      { expression: raw("submitted_on"), type: "date" },
      { expression: raw("label"), type: "text", required: true },
      { expression: raw("submission_id"), type: "integer", required: true },
    ],
  };
}

/** What hangs on an entry of a ranking. */
export type LinkedOfEntry = "Submission" | "Score";

const OF_ENTRY: Record<LinkedOfEntry, Sql> = {
  Submission: raw('"Submission".id = page."submissionId"'),
  Score: raw('"Score".id = page."scoreId"'),
};

/** A page of the whole ranking of each split, with what is linked to its entries; a split whose ranking is not kept is not in the answer. */
export function findKeptRankingPages(
  db: Database,
  splitIds: readonly number[],
  ties: TieRule,
  page: PageRequest,
  links: readonly LinkedRow<LinkedOfEntry>[],
): Promise<Map<number, Page<RankedRow>>> {
  const rows = sql`FROM kept_ranking k WHERE k.split_id = parent.id`;
  return readPages(
    db,
    splitIds,
    {
      columns: RANKS,
      body: sql`FROM (SELECT ${keptColumns(ties)}, k.position ${rows}) AS ranked WHERE true`,
      order: rankingOrder(null),
      linked: links.length ? linkedRows(links, OF_ENTRY) : undefined,
      places: {
        column: raw("position"),
        first: (condition, reversed) => sql`
          SELECT position ${rows} AND ${condition}
          ORDER BY ${raw(reversed ? "goodness, position DESC" : "goodness DESC, position")} LIMIT 1`,
      },
      parents: { join: raw("JOIN kept_split ks ON ks.split_id = parent.id"), total: raw("ks.total") },
    },
    page,
  );
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
        FROM (${rankedField(among(splitIds), terms, ties)}) AS ranked
        WHERE EXISTS (SELECT FROM submission s WHERE s.id = ranked.submission_id AND ${condition})
      )`,
      columns: COLUMNS,
      body: raw("FROM selection WHERE split_id = parent.id"),
      order: rankingOrder(terms.assumed),
    },
    page,
  );
}

/** `FROM ... WHERE ...` of the submissions `s` ranked on the split `parent` that fulfil a condition. */
export function rankedSubmissions(condition: Sql, terms: FieldTerms): Sql {
  return sql`FROM (${fieldOf(raw("= parent.id"), terms)}) AS ranked JOIN submission s ON s.id = ranked.submission_id
    WHERE ${condition}`;
}

/** The place of single scores in the whole of their splits; a score without a value or direction is left out. */
export function findRanks(
  db: Database,
  { ties, assumed }: { ties: TieRule; assumed: AssumedDirection },
  scoreIds: readonly number[],
): Promise<RankedRow[]> {
  const ids = sql`= ANY(${[...scoreIds]}::integer[])`;
  const splits = sql`IN (SELECT split_id FROM score WHERE id ${ids})`;
  return db.rows(sql`
    SELECT ${RANKS} FROM (${computedRanks(splits, { asOf: null, assumed }, ties)}) AS ranked WHERE score_id ${ids}`);
}

/** The same from what is kept: the place is null where there is none, and scores on splits of which nothing is kept are left out. */
export async function findKeptRanks(
  db: Database,
  ties: TieRule,
  scoreIds: readonly number[],
): Promise<Map<number, RankedRow | null>> {
  const rows = await db.rows<RankedRow & { id: number }>(sql`
    SELECT id, ${RANKS} FROM (
      SELECT x.id, ${keptColumns(ties)} FROM score x JOIN kept_split ks ON ks.split_id = x.split_id
      LEFT JOIN kept_ranking k ON k.score_id = x.id AND k.split_id = x.split_id
      WHERE x.id = ANY(${[...scoreIds]}::integer[])
    ) AS ranked`);
  return new Map(rows.map(({ id, ...row }) => [id, row.scoreId === null ? null : row]));
}
