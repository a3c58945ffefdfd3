import type { DataSource, QueryRunner } from "typeorm";

/** The migrations of a database, beside those that this program knows. */
export interface MigrationState {
  /** Names of those that the database lacks. */
  missing: string[];
  /** Names of those that only a later version knows, in the order in which they belong. */
  unknown: string[];
  /** The database has none at all. */
  none: boolean;
}

/** The database was changed by a later version in a way that this program cannot work with. */
export class NewerDatabase extends Error {}

/** So the name of a migration begins that takes something away from earlier versions. */
const TAKES_AWAY = /^Remove/;

/** Compares the migrations of a database with those of this program. */
export async function compareMigrations(
  dataSource: DataSource,
  connection: DataSource | QueryRunner = dataSource,
): Promise<MigrationState> {
  const [{ there }] = await connection.query("SELECT to_regclass('migrations') IS NOT NULL AS there");
  const rows: { name: string }[] = there
    ? await connection.query(`SELECT name FROM migrations ORDER BY "timestamp", id`)
    : [];
  const run = new Set(rows.map(({ name }) => name));
  const known = dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
  return {
    missing: known.filter((name) => !run.has(name)),
    unknown: [...run].filter((name) => !known.includes(name)),
    none: run.size === 0,
  };
}

/**
 * Throws NewerDatabase where a later version has left too little for this program. What is added does no harm. What is
 * removed is not used any more by the version that knows every migration before the removal.
 */
export function expectToFit({ missing, unknown }: MigrationState): void {
  const removal = unknown.slice(1).find((name) => TAKES_AWAY.test(name));
  if (removal) {
    throw new NewerDatabase(
      `The database is too new for this program: ${removal} has taken away what this version uses. Start the version that migrated the database, or a later one.`,
    );
  }
  if (unknown.length && missing.length) {
    throw new NewerDatabase(
      `The database was migrated by another line of versions: it has ${unknown[0]}, which this program does not know, and lacks ${missing[0]}. Start the version that migrated the database, or a later one.`,
    );
  }
}
