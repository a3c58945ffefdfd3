import type { DataSource } from "typeorm";

/** One process migrates, others wait for it and then find nothing left to do. */
const MIGRATION_LOCK = 7_304_115;

/** Brings the database to the newest migration; gives the names of those that were run. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    return (await dataSource.runMigrations()).map((migration) => migration.name);
  } finally {
    await lock.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]).catch(() => {});
    await lock.release();
  }
}
