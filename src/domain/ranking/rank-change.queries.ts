import type { Page } from "../../common/pagination/connection";
import type { PageRequest } from "../../common/pagination/page-args";
import { countPerParent } from "../../db/count";
import type { Database } from "../../db/database";
import { readPages } from "../../db/keyset";
import { raw, type Sql, sql } from "../../db/sql";
import type { AssumedDirection } from "./direction";
import { rankedField } from "./ranked.queries";
import type { TieRule } from "./tie-rule";

/** A submission's places on two splits as they are read; null where it has no value. */
export interface RankChangeRow {
  submissionId: number;
  scoreId: number | null;
  otherScoreId: number | null;
  rank: number | null;
  otherRank: number | null;
  rankChange: number | null;
  difference: number | null;
}

/** Two splits that are compared. */
export interface SplitPair {
  splitId: number;
  otherSplitId: number;
}

/** By which rule submissions `s` are ranked on both sides, and which of them are meant. */
export interface RankChangeSelection {
  ties: TieRule;
  assumed: AssumedDirection;
  otherAssumed: AssumedDirection;
  condition: Sql;
}

const BODY = raw("FROM change WHERE split_id = parent.id");

/** Values are subtracted only where both metrics have the same unit; else their difference means nothing. */
function changes(pairs: readonly SplitPair[], selection: RankChangeSelection): Sql {
  const { ties, condition, assumed, otherAssumed } = selection;
  const ids = sql`${pairs.map((pair) => pair.splitId)}::integer[]`;
  const otherIds = sql`${pairs.map((pair) => pair.otherSplitId)}::integer[]`;
  const own = rankedField(sql`= ANY(${ids})`, { asOf: null, assumed }, ties);
  const other = rankedField(sql`= ANY(${otherIds})`, { asOf: null, assumed: otherAssumed }, ties);
  // A full join cannot be made row by row, which the planner would choose: it takes what is ranked for a few rows.
  return sql`WITH own AS MATERIALIZED (${own}), other AS MATERIALIZED (${other}), pair AS (
    SELECT wanted.*, own_metric.unit IS NOT DISTINCT FROM other_metric.unit AS has_one_unit
    FROM unnest(${ids}, ${otherIds}) AS wanted(split_id, other_split_id)
    JOIN split own_split ON own_split.id = wanted.split_id
    JOIN leaderboard own_board ON own_board.id = own_split.leaderboard_id
    JOIN metric own_metric ON own_metric.id = own_board.metric_id
    JOIN split other_split ON other_split.id = wanted.other_split_id
    JOIN leaderboard other_board ON other_board.id = other_split.leaderboard_id
    JOIN metric other_metric ON other_metric.id = other_board.metric_id
  ), change AS (
    SELECT pair.split_id, s.id AS submission_id, s.label, own.score_id, other.score_id AS other_score_id,
      own.overall_rank AS rank, other.overall_rank AS other_rank,
      own.overall_rank - other.overall_rank AS rank_change,
      CASE WHEN pair.has_one_unit THEN other.value - own.value END AS difference
    FROM own
    FULL JOIN (SELECT pair.split_id AS own_split_id, other.* FROM pair JOIN other ON other.split_id = pair.other_split_id) AS other
      ON other.own_split_id = own.split_id AND other.submission_id = own.submission_id
    JOIN pair ON pair.split_id = coalesce(own.split_id, other.own_split_id)
    JOIN submission s ON s.id = coalesce(own.submission_id, other.submission_id)
    WHERE ${condition}
  )`;
}

/**
 * A page of the changes from each split to the other one of its pair: by rank on the first, those without one last, by
 * label. `list` tells the pairs from others in cursors.
 */
export function findRankChangePages(
  db: Database,
  pairs: readonly SplitPair[],
  selection: RankChangeSelection,
  list: string,
  page: PageRequest,
): Promise<Map<number, Page<RankChangeRow>>> {
  return readPages(
    db,
    pairs.map((pair) => pair.splitId),
    {
      with: changes(pairs, selection),
      columns: raw(`submission_id AS "submissionId", score_id AS "scoreId", other_score_id AS "otherScoreId",
        rank::float8 AS rank, other_rank::float8 AS "otherRank", rank_change::float8 AS "rankChange",
        difference::float8 AS difference`),
      body: BODY,
      order: {
        list: `changes:${list}`,
        terms: [
          { expression: raw("rank"), type: "numeric" },
          { expression: raw("label"), type: "text", required: true },
          { expression: raw("submission_id"), type: "integer", required: true },
        ],
      },
    },
    page,
  );
}

/** How many submissions have a value on the split or on the other one. */
export function countRankChanges(
  db: Database,
  pairs: readonly SplitPair[],
  selection: RankChangeSelection,
): Promise<Map<number, number>> {
  return countPerParent(
    db,
    pairs.map((pair) => pair.splitId),
    BODY,
    changes(pairs, selection),
  );
}
