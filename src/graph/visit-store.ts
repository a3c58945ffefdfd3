import { setTimeout as sleep } from "node:timers/promises";
import type { DataSource } from "typeorm";
import type { Log } from "../common/log";
import { poolOf } from "../db/database";
import { codeOf, FolderInUse, runningPostgresUrl } from "../db/embedded";
import { migrate } from "../db/migrate";
import { compareMigrations, expectToFit } from "../db/migration-state";
import { createDataSource } from "./data-source";
import { type OpenStore, openStore, placeOf, type StorePlace } from "./open-store";

/** So long another process may take to start the embedded Postgres or to stop it. */
const PATIENCE_MS = 40_000;
const PAUSE_MS = 200;

/** The server is starting or stopping, or its database is only just being made. */
const PASSING = new Set(["ECONNREFUSED", "ECONNRESET", "57P03", "57P01", "3D000"]);

/** What goes wrong is told by the statement that meets it. */
const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** The database is older than the program, which must not change what a running service relies on. */
export class OlderDatabase extends Error {}

/**
 * Opens the store for a short visit, beside a service that may be running on it. An empty database is made ready; one
 * that is older than the program is refused with OlderDatabase, one that is too new with NewerDatabase. Closing it tells
 * when it has to wait for other visitors.
 */
export async function visitStore({ url, dataFolder }: StorePlace, onWaiting: () => void): Promise<OpenStore> {
  const place = placeOf(url, dataFolder);
  if (url) return visit(url, place);
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(PAUSE_MS)) {
    try {
      const running = await runningPostgresUrl(dataFolder);
      return await (running ? visit(running, place) : own(dataFolder, onWaiting));
    } catch (error) {
      const passes = error instanceof FolderInUse || PASSING.has(codeOf(error) ?? "");
      if (!passes || Date.now() > end) throw error;
    }
  }
}

async function visit(url: string, place: string): Promise<OpenStore> {
  const dataSource = await createDataSource({ url, poolSize: 2 }).initialize();
  try {
    const state = await compareMigrations(dataSource);
    const { missing, unknown, none } = state;
    expectToFit(state);
    if (none) await migrate(dataSource);
    else if (missing.length) {
      throw new OlderDatabase(
        `The database is older than this program: it lacks ${missing.length} of its migrations. Start this version's service on it once, which brings it up to date.`,
      );
    }
    return { dataSource, place, isNewer: unknown.length > 0, close: () => dataSource.destroy() };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

async function own(dataFolder: string, onWaiting: () => void): Promise<OpenStore> {
  const store = await openStore({ url: undefined, dataFolder }, SILENT);
  return {
    ...store,
    async close() {
      // Others may have come for a visit meanwhile: the server is stopped when they have left.
      for (let told = false; await hasVisitors(store.dataSource); await sleep(PAUSE_MS)) {
        if (!told) onWaiting();
        told = true;
      }
      await store.close();
    },
  };
}

async function hasVisitors(dataSource: DataSource): Promise<boolean> {
  const [{ all }] = await dataSource.query(
    `SELECT count(*)::int AS "all" FROM pg_stat_activity
     WHERE application_name = current_setting('application_name') AND datname = current_database()`,
  );
  return all > poolOf(dataSource).totalCount;
}
