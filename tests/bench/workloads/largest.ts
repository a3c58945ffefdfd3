import { LARGEST } from "../sizes";
import type { Sql } from "./workload";

/** A split of the largest leaderboard, by name for our service and by id for the others. */
export interface LargestSplit {
  split: string;
  splitId: number;
}

/** The splits of the largest leaderboard. */
export function largestSplits(sql: Sql): Promise<LargestSplit[]> {
  return sql(
    `SELECT sp.slug AS split, sp.id AS "splitId" FROM split sp JOIN leaderboard lb ON lb.id = sp.leaderboard_id
     WHERE lb.slug = $1 AND sp.slug = ANY($2) ORDER BY sp.id`,
    [LARGEST.leaderboard, LARGEST.splits],
  );
}

/** Each split with page sizes around 50: different requests that cost about the same. */
export async function pagesAround50(sql: Sql): Promise<(LargestSplit & { first: number })[]> {
  const splits = await largestSplits(sql);
  return Array.from({ length: 63 }, (_, i) => ({ ...splits[i % splits.length], first: 40 + (i % 21) }));
}
