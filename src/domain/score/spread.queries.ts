import type { Database } from "../../db/database";
import { sql } from "../../db/sql";

/** How far a submission's values on the splits of one leaderboard lie apart. */
export interface SpreadRow {
  submissionId: number;
  leaderboardId: number;
  splitCount: number;
  min: number;
  max: number;
  spread: number;
}

/** The spread of submissions on each leaderboard on which they have a value, in the order of leaderboards. */
export function findSpreads(db: Database, submissionIds: readonly number[]): Promise<SpreadRow[]> {
  return db.rows(sql`
    SELECT x.submission_id AS "submissionId", lb.id AS "leaderboardId", count(*) AS "splitCount",
      min(x.value)::float8 AS min, max(x.value)::float8 AS max, (max(x.value) - min(x.value))::float8 AS spread
    FROM score x JOIN split sp ON sp.id = x.split_id JOIN leaderboard lb ON lb.id = sp.leaderboard_id
    WHERE x.submission_id = ANY(${[...submissionIds]}::integer[]) AND x.value IS NOT NULL
    GROUP BY x.submission_id, lb.id ORDER BY x.submission_id, lb.benchmark_id, lb.position, lb.id`);
}
