import { columnsOf } from "../../db/columns";
import type { Database } from "../../db/database";
import { among } from "../../db/predicates";
import { sql } from "../../db/sql";
import type { MetricDirection } from "./metric.entity";
import { Split } from "./split.entity";

/** What is to be known of a split before it is ranked. */
export interface Rankable {
  metricName: string;
  metricDirection: MetricDirection;
  /** How many ranked rows are kept of it; null when its ranking is not. */
  keptTotal: number | null;
  /** By which groupings figures of its groups are kept. */
  keptGroupings: string[];
}

export type RankableSplit = Split & Rankable;

/** The splits of leaderboards, each leaderboard's in their order. */
export function findSplits(db: Database, leaderboardIds: readonly number[]): Promise<RankableSplit[]> {
  return db.rows(
    sql`SELECT ${columnsOf(Split, "t")}, ks.total AS "keptTotal",
        ARRAY(SELECT kg.grouping FROM kept_grouping kg WHERE kg.split_id = t.id) AS "keptGroupings",
        m.name AS "metricName", m.direction AS "metricDirection"
      FROM split t JOIN leaderboard lb ON lb.id = t.leaderboard_id JOIN metric m ON m.id = lb.metric_id
      LEFT JOIN kept_split ks ON ks.split_id = t.id
      WHERE t.leaderboard_id ${among(leaderboardIds)}
      ORDER BY t.leaderboard_id, t.position, t.id`,
  );
}
