import { setTimeout as sleep } from "node:timers/promises";
import { type DataSource, MigrationExecutor, type QueryRunner } from "typeorm";
import type { Log } from "../common/log";
import { compareMigrations, expectToFit } from "./migration-state";

/** One process migrates, others wait for it and then find nothing left to do. */
const MIGRATION_LOCK = 7_304_115;

/**
 * A table that somebody reads in a long transaction cannot be changed, and whoever waits to change it keeps all new
 * readers waiting. So a migration waits this long only, lets them pass, and tries again.
 */
const TABLE_WAIT_MS = 1_000;
const PAUSE_MS = 2_000;
const PATIENCE_MS = 15 * 60_000;

/** A lock was not to be had in time, or two waited for each other. */
const LOCKED_OUT = new Set(["55P03", "40P01"]);

/**
 * Brings the database to the newest migration of this program; gives the names of those that were run. Takes one
 * connection, and as long as it takes. A database that is newer is left as it is; throws NewerDatabase for one that does
 * not fit.
 */
export async function migrate(dataSource: DataSource, log?: Log): Promise<string[]> {
  const found = await compareMigrations(dataSource);
  expectToFit(found);
  if (found.missing.length === 0) return [];
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query("SET statement_timeout = 0");
    await waitForTurn(runner, log);
    const state = await compareMigrations(dataSource, runner);
    expectToFit(state);
    if (state.missing.length) await runMissing(dataSource, runner, log);
    return state.missing;
  } finally {
    await runner
      .query(`SELECT pg_advisory_unlock(${MIGRATION_LOCK}); RESET statement_timeout; RESET lock_timeout`)
      .catch(() => {});
    await runner.release();
  }
}

async function waitForTurn(runner: QueryRunner, log?: Log): Promise<void> {
  const [{ free }] = await runner.query("SELECT pg_try_advisory_lock($1) AS free", [MIGRATION_LOCK]);
  if (free) return;
  log?.info("Another process migrates the database; its end is waited for.");
  await runner.query("SET lock_timeout = 0");
  await runner.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
}

async function runMissing(dataSource: DataSource, runner: QueryRunner, log?: Log): Promise<void> {
  await runner.query(`SET lock_timeout = ${TABLE_WAIT_MS}`);
  const executor = new MigrationExecutor(dataSource, runner);
  executor.transaction = "each";
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(PAUSE_MS)) {
    try {
      await executor.executePendingMigrations();
      return;
    } catch (error) {
      if (!LOCKED_OUT.has((error as { code?: string }).code ?? "") || Date.now() > end) throw error;
      log?.warn("A migration waits for long reads or writes to end.", { reason: (error as Error).message });
    }
  }
}
