import type { DataSource } from "typeorm";

/** SQL functions by which the service brings up to date what it keeps beside the rows; called where they exist. */
const REFRESHERS = ["refresh_kept"];

/**
 * Brings up to date what the service keeps beside the rows, as its own write path does. The rows were put into the
 * tables behind its back. A version of the service that keeps nothing has nothing to refresh.
 */
export async function refreshKept(dataSource: DataSource): Promise<void> {
  for (const name of REFRESHERS) {
    const [{ exists }] = await dataSource.query("SELECT to_regproc($1) IS NOT NULL AS exists", [name]);
    if (exists) await dataSource.query(`SELECT ${name}()`);
  }
}
