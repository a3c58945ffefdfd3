import type { DataSource } from "typeorm";
import type { Log } from "../common/log";
import { poolOf } from "../db/database";
import { startEmbeddedPostgres } from "../db/embedded";
import { migrate } from "../db/migrate";
import { refreshKeptIfIdle } from "../domain/kept/kept.commands";
import { createDataSource, type StoreSettings } from "./data-source";

/** Where the store is: on a server of its own choice, or on the embedded one in a folder. */
export type StorePlace = Omit<StoreSettings, "url"> & { url: string | undefined; dataFolder: string };

export interface OpenStore {
  dataSource: DataSource;
  /** Says where the data are, without secrets. */
  place: string;
  close(): Promise<void>;
}

/** Opens the store, on the embedded Postgres when no URL is given, and brings it to the newest migration. */
export async function openStore({ url, dataFolder, ...settings }: StorePlace, log: Log): Promise<OpenStore> {
  const embedded = url
    ? undefined
    : await startEmbeddedPostgres({
        dataFolder,
        onExit: (reason) => log.error("The embedded Postgres stopped.", { reason }),
      });
  try {
    const address = url ?? embedded?.url ?? "";
    const migrations = await migrateApart(address);
    if (migrations.length) log.info("The database was migrated.", { migrations });
    const dataSource = await createDataSource({ url: address, ...settings }).initialize();
    // Without a listener, an idle connection that the database closes would end the process.
    let closing = false;
    poolOf(dataSource).on("error", (error) => {
      if (!closing) log.warn("A database connection was lost.", { reason: error.message });
    });
    const refreshed = await refreshKeptIfIdle(poolOf(dataSource));
    if (refreshed?.splits) log.info("Rankings were computed anew.", { splits: refreshed.splits });
    return {
      dataSource,
      place: placeOf(url, dataFolder),
      async close() {
        closing = true;
        await dataSource.destroy();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** Migrates over connections of its own: the store's may be too few, and their statements must end soon. */
async function migrateApart(url: string): Promise<string[]> {
  const dataSource = await createDataSource({ url, poolSize: 2 }).initialize();
  try {
    return await migrate(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/** Says where a store is, without secrets. */
export function placeOf(url: string | undefined, dataFolder: string): string {
  return url ? "the database of DATABASE_URL" : dataFolder;
}
