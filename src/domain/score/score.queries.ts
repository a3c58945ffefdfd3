import { columnList } from "../../db/columns";
import { among } from "../../db/predicates";
import type { RowSet } from "../../db/row-set";
import { empty, raw, sql } from "../../db/sql";
import { Score } from "./score.entity";

/**
 * The scores of submissions that have a value, on some splits or on all, in the order of leaderboards and splits. A row that its source lists
 * without a number is not among them.
 */
export function scoresOf(
  submissionIds: readonly number[],
  splitIds: readonly number[] | null = null,
): RowSet<Score> {
  return {
    type: Score,
    columns: columnList(Score, "x"),
    from: sql`FROM score x JOIN split sp ON sp.id = x.split_id JOIN leaderboard lb ON lb.id = sp.leaderboard_id
      WHERE x.submission_id ${among(submissionIds)} AND x.value IS NOT NULL
        ${splitIds ? sql`AND x.split_id ${among(splitIds)}` : empty}`,
    order: raw("x.submission_id, lb.benchmark_id, lb.position, lb.id, sp.position, sp.id"),
  };
}
