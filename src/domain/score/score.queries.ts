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
  // On a split, the planner would go through all values rather than look for each submission's.
  const scores = splitIds
    ? sql`unnest(${[...submissionIds]}::integer[]) AS wanted(id)
        JOIN score x ON x.submission_id = wanted.id AND x.split_id ${among(splitIds)}`
    : sql`score x`;
  const submissions = splitIds ? empty : sql`x.submission_id ${among(submissionIds)} AND`;
  return {
    type: Score,
    columns: columnList(Score, "x"),
    from: sql`FROM ${scores} JOIN split sp ON sp.id = x.split_id JOIN leaderboard lb ON lb.id = sp.leaderboard_id
      WHERE ${submissions} x.value IS NOT NULL`,
    order: raw("x.submission_id, lb.benchmark_id, lb.position, lb.id, sp.position, sp.id"),
  };
}
