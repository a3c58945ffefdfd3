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

/**
 * The splits of the largest leaderboard, with its name written in upper and lower case in many ways. Only our service is
 * given the name; so it gets requests that differ and cost the same, as it does in the other workloads.
 */
export async function largestInManyWays(sql: Sql): Promise<(LargestSplit & { ref: string })[]> {
  const splits = await largestSplits(sql);
  return Array.from({ length: 93 }, (_, i) => ({
    ...splits[i % splits.length],
    ref: [...LARGEST.leaderboard].map((c, at) => ((i >> at) & 1 ? c.toUpperCase() : c)).join(""),
  }));
}
