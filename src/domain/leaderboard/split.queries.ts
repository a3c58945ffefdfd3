import { columnsOf } from "../../db/columns";
import type { Database } from "../../db/database";
import { sql } from "../../db/sql";
import { Split } from "./split.entity";

/** What is kept of a split: how many ranked rows (null when none are kept), and by which groupings figures of groups. */
export interface Kept {
  keptTotal: number | null;
  keptGroupings: string[];
}

export type KeptSplit = Split & Kept;

/** The splits of leaderboards, each leaderboard's in their order. */
export function findSplits(db: Database, leaderboardIds: readonly number[]): Promise<KeptSplit[]> {
  return db.rows(
    sql`SELECT ${columnsOf(Split, "t")}, ks.total AS "keptTotal",
        ARRAY(SELECT kg.grouping FROM kept_grouping kg WHERE kg.split_id = t.id) AS "keptGroupings"
      FROM split t
      LEFT JOIN kept_split ks ON ks.split_id = t.id
      WHERE t.leaderboard_id = ANY(${[...leaderboardIds]}::integer[])
      ORDER BY t.leaderboard_id, t.position, t.id`,
  );
}
