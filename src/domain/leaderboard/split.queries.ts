import { columnsOf } from "../../db/columns";
import type { Database } from "../../db/database";
import { sql } from "../../db/sql";
import { Split } from "./split.entity";

/** The splits of leaderboards, each leaderboard's in their order. */
export function findSplits(db: Database, leaderboardIds: readonly number[]): Promise<Split[]> {
  return db.rows(
    sql`SELECT ${columnsOf(Split, "t")} FROM split t
      WHERE t.leaderboard_id = ANY(${[...leaderboardIds]}::integer[])
      ORDER BY t.leaderboard_id, t.position, t.id`,
  );
}
