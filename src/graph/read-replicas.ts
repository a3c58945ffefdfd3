import type { DataSource } from "typeorm";
import type { Log } from "../common/log";
import type { DataRevision } from "../db/data-revision";
import { poolOf } from "../db/database";
import { ReadReplicas } from "../db/replicas/read-replicas";
import { poolSettings, type StoreSettings } from "./data-source";

/** Uses the replicas of a store, each as soon as it is there. To be closed before the store is. */
export function useReplicas(
  dataSource: DataSource,
  revision: DataRevision,
  { urls, log, ...settings }: { urls: readonly string[]; log: Log } & Omit<StoreSettings, "url">,
): ReadReplicas {
  const configs = urls.map((url) => ({
    connectionString: url,
    max: settings.poolSize,
    ...poolSettings(settings),
  }));
  return new ReadReplicas(poolOf(dataSource), revision, configs, (i) => {
    const replica = placeOf(urls[i]);
    return {
      onUsed: () => log.info("A read replica is used.", { replica }),
      onLost: (error) =>
        log.warn("A read replica cannot be used; the primary answers.", { replica, reason: error.message }),
    };
  });
}

/** Says where a replica is, without secrets. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
