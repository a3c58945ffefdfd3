import type { Database } from "../../db/database";
import { sql } from "../../db/sql";
import type { MetricDirection } from "../leaderboard/metric.entity";
import type { AssumedDirection } from "../ranking/direction";
import { rankedField } from "../ranking/ranked.queries";
import { TieRule } from "../ranking/tie-rule";

/** The value of one of the compared submissions on one split. */
export interface ComparedRow {
  leaderboardId: number;
  splitId: number;
  submissionId: number;
  scoreId: number;
  value: number;
  reported: string;
  overallRank: number | null;
  best: boolean;
  spread: number;
  /** What the source says of the metric. */
  saidDirection: MetricDirection;
}

/**
 * The values of submissions on every split on which any of them has one, in the order of leaderboards and splits.
 * `best`: equals the best value among them; never where the metric has neither a known nor an assumed direction. `spread`: largest minus
 * smallest value among them.
 */
export function findCompared(
  db: Database,
  submissionIds: readonly number[],
  assumed: AssumedDirection,
): Promise<ComparedRow[]> {
  const splits = sql`IN (SELECT split_id FROM compared)`;
  return db.rows(sql`
    WITH compared AS (
      SELECT x.id, x.split_id, x.submission_id, x.value, x.reported FROM score x
      WHERE x.submission_id = ANY(${[...submissionIds]}::integer[]) AND x.value IS NOT NULL
    )
    SELECT lb.id AS "leaderboardId", c.split_id AS "splitId", c.submission_id AS "submissionId", c.id AS "scoreId",
      c.value::float8 AS value, c.reported, ranked.overall_rank::float8 AS "overallRank",
      coalesce(ranked.goodness = max(ranked.goodness) OVER (PARTITION BY c.split_id), false) AS best,
      (max(c.value) OVER (PARTITION BY c.split_id) - min(c.value) OVER (PARTITION BY c.split_id))::float8 AS spread,
      m.direction AS "saidDirection"
    FROM compared c
    JOIN split sp ON sp.id = c.split_id
    JOIN leaderboard lb ON lb.id = sp.leaderboard_id
    JOIN metric m ON m.id = lb.metric_id
    LEFT JOIN (${rankedField(splits, { asOf: null, assumed }, TieRule.COMPETITION)}) AS ranked ON ranked.score_id = c.id
    ORDER BY lb.benchmark_id, lb.position, lb.id, sp.position, sp.id, c.submission_id`);
}
