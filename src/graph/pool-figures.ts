import type { DataSource } from "typeorm";
import { poolOf } from "../db/database";

/** What the connection pool of a store tells of itself; undefined while there is none. */
export function poolFigures(dataSource: DataSource | undefined) {
  return dataSource?.isInitialized ? poolOf(dataSource) : undefined;
}
