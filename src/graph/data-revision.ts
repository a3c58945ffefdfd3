import type { DataSource } from "typeorm";
import type { Log } from "../common/log";
import { DataRevision } from "../db/data-revision";
import { poolOf } from "../db/database";

/** Follows the data revision of a store. To be closed before the store is. */
export function followRevision(dataSource: DataSource, log: Log): DataRevision {
  return new DataRevision(poolOf(dataSource), (error) =>
    log.warn("The connection that reads the data revision was lost.", { reason: error.message }),
  );
}
