import type { DataSource } from "typeorm";

/** One process migrates, others wait for it and then find nothing left to do. */
const MIGRATION_LOCK = 7_304_115;

/**
 * Brings the database to the newest migration; gives the names of those that were run. Takes two connections, which
 * must be without a limit on the time of a statement: others may have to be waited for.
 */
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

/** How many migrations a database lacks, and whether it has any. */
export async function missingMigrations(dataSource: DataSource): Promise<{ missing: number; none: boolean }> {
  const [{ there }] = await dataSource.query("SELECT to_regclass('migrations') IS NOT NULL AS there");
  const run: { name: string }[] = there ? await dataSource.query("SELECT name FROM migrations") : [];
  const names = new Set(run.map(({ name }) => name));
  const missing = dataSource.migrations.filter(
    (migration) => !names.has(migration.name ?? migration.constructor.name),
  );
  return { missing: missing.length, none: names.size === 0 };
}
