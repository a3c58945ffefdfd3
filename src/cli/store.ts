import { lineLog } from "../common/log";
import { loadConfig } from "../config";
import { type OpenStore, visitStore } from "../graph/open-store";

/** Does something with the store of the settings, beside a service that may be running on it. */
export async function withStore<T>(work: (store: OpenStore) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const store = await visitStore({ url: config.databaseUrl, dataFolder: config.dataFolder }, lineLog());
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
