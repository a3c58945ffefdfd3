import { lineLog } from "../../../src/common/log";
import { openStore } from "../../../src/graph/open-store";

const QUIET = lineLog(() => {});

/**
 * Brings the database to the newest migration, and up to date whatever the service keeps beside the rows that were put
 * into the tables behind its back: by opening the store as the service does at its start.
 */
export async function refreshKept(databaseUrl: string): Promise<void> {
  const store = await openStore({ url: databaseUrl, dataFolder: "" }, QUIET);
  await store.close();
}
