import type { DataSource } from "typeorm";
import { Database, poolOf } from "../../src/db/database";
import { inTransaction } from "../../src/db/transaction";
import { keptChecks } from "../../src/domain/integrity/kept.queries";
import { type Refreshed, refreshKept } from "../../src/domain/kept/kept.commands";
import { GROUPINGS } from "./oracle/groups";

/** Keeps all that can be kept, groups of the smallest splits too. */
export function keepEverything(dataSource: DataSource): Promise<Refreshed> {
  return inTransaction(poolOf(dataSource), (transaction) =>
    refreshKept(transaction, { rowsToKeepGroups: 1 }),
  );
}

/** What is kept and is not what is computed, in words. */
export async function wronglyKept(dataSource: DataSource): Promise<string[]> {
  const db = new Database(poolOf(dataSource));
  const found = [];
  for (const { query } of keptChecks) found.push(...(await db.rows<{ what: string }>(query)));
  return found.map(({ what }) => what);
}

/** What is not kept: splits as `board/split`, and their groupings as `board/split GROUPING`. */
export async function notKept(dataSource: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query(
    `
    WITH s AS (SELECT sp.id, lb.slug || '/' || sp.slug AS name FROM split sp JOIN leaderboard lb ON lb.id = sp.leaderboard_id)
    SELECT name FROM s WHERE id NOT IN (SELECT split_id FROM kept_split)
    UNION ALL
    SELECT s.name || ' ' || g.grouping FROM s JOIN kept_split ks ON ks.split_id = s.id
    CROSS JOIN unnest($1::text[]) AS g(grouping)
    WHERE ks.total > 0 AND NOT EXISTS (
      SELECT FROM kept_grouping kg WHERE kg.split_id = s.id AND kg.grouping = g.grouping)
    ORDER BY 1`,
    [[...GROUPINGS]],
  );
  return rows.map(({ name }) => name);
}
