import type { DataSource } from "typeorm";
import type { Log } from "../common/log";
import { poolOf } from "../db/database";
import { startEmbeddedPostgres } from "../db/embedded";
import { migrate } from "../db/migrate";
import { compareMigrations } from "../db/migration-state";
import { refreshKeptIfIdle } from "../domain/kept/kept.commands";
import { createDataSource, type StoreSettings } from "./data-source";

/** Where the store is: on a server of its own choice, or on the embedded one in a folder. */
export type StorePlace = Omit<StoreSettings, "url"> & { url: string | undefined; dataFolder: string };

export interface OpenStore {
  dataSource: DataSource;
  /** Says where the data are, without secrets. */
  place: string;
  /** A later version has migrated it: this one only reads, since it does not know what it would have to write. */
  isNewer: boolean;
  close(): Promise<void>;
}

/** Opens the store, on the embedded Postgres when no URL is given, and brings it to this program's newest migration. */
export async function openStore({ url, dataFolder, ...settings }: StorePlace, log: Log): Promise<OpenStore> {
  const embedded = url
    ? undefined
    : await startEmbeddedPostgres({
        dataFolder,
        onExit: (reason) => log.error("The embedded Postgres stopped.", { reason }),
      });
  const dataSource = createDataSource({ url: url ?? embedded?.url ?? "", ...settings });
  try {
    await dataSource.initialize();
    // Without a listener, an idle connection that the database closes would end the process.
    let closing = false;
    poolOf(dataSource).on("error", (error) => {
      if (!closing) log.warn("A database connection was lost.", { reason: error.message });
    });
    const migrations = await migrate(dataSource, log);
    if (migrations.length) log.info("The database was migrated.", { migrations });
    const { unknown } = await compareMigrations(dataSource);
    const isNewer = unknown.length > 0;
    if (isNewer) log.warn("The database is newer than this program, which only reads it.", { unknown });
    const refreshed = isNewer ? null : await refreshKeptIfIdle(poolOf(dataSource));
    if (refreshed?.splits) log.info("Rankings were computed anew.", { splits: refreshed.splits });
    return {
      dataSource,
      place: placeOf(url, dataFolder),
      isNewer,
      async close() {
        closing = true;
        await dataSource.destroy();
        await embedded?.stop();
      },
    };
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    await embedded?.stop();
    throw error;
  }
}

/** Says where a store is, without secrets. */
export function placeOf(url: string | undefined, dataFolder: string): string {
  return url ? "the database of DATABASE_URL" : dataFolder;
}
