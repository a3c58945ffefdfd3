import { columnsOf } from "../../db/columns";
import type { Database } from "../../db/database";
import { sql } from "../../db/sql";
import { Score } from "./score.entity";

/**
 * The scores of submissions that have a value, in the order of leaderboards and splits. A row that its source lists
 * without a number is not among them.
 */
export function findScoresOfSubmissions(db: Database, submissionIds: readonly number[]): Promise<Score[]> {
  return db.rows(sql`
    SELECT ${columnsOf(Score, "x")} FROM score x
    JOIN split sp ON sp.id = x.split_id
    JOIN leaderboard lb ON lb.id = sp.leaderboard_id
    WHERE x.submission_id = ANY(${[...submissionIds]}::integer[]) AND x.value IS NOT NULL
    ORDER BY x.submission_id, lb.benchmark_id, lb.position, lb.id, sp.position, sp.id`);
}
