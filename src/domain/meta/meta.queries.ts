import type { Database } from "../../db/database";
import { sql } from "../../db/sql";
import type { Counts } from "./meta.types";

/** The revision of the data, and when it was made (ISO 8601, UTC). */
export function findRevision(db: Database): Promise<{ revision: number; changedAt: string }> {
  return db.row(sql`SELECT revision,
    to_char(changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "changedAt" FROM data_revision`);
}

/** How many things of each kind there are. */
export function countEverything(db: Database): Promise<Counts> {
  return db.row(sql`SELECT
    (SELECT count(*) FROM benchmark) AS benchmarks,
    (SELECT count(*) FROM leaderboard) AS leaderboards,
    (SELECT count(*) FROM submission) AS submissions,
    (SELECT count(*) FROM submission WHERE described) AS "describedSubmissions",
    (SELECT count(*) FROM score WHERE value IS NOT NULL) AS scores,
    (SELECT count(*) FROM organisation) AS organisations,
    (SELECT count(*) FROM loss_function) AS "lossFunctions",
    (SELECT count(*) FROM backbone) AS backbones,
    (SELECT count(*) FROM training_dataset) AS "trainingDatasets",
    (SELECT count(*) FROM paper) AS papers`);
}
