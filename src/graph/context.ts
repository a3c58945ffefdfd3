import type { DataSource } from "typeorm";
import type { Cancellation } from "../common/cancellation";
import { LoaderCache } from "../common/loader";
import { packageVersion } from "../common/package";
import { poolOf } from "../db/database";
import { PreparingDatabase } from "../db/preparing-database";
import type { RequestContext } from "../db/request-context";
import type { StatementListener } from "../db/statement-listener";

/** Makes what the resolvers of one request share. */
export function createContext(
  dataSource: DataSource,
  onStatement?: StatementListener,
  work?: Cancellation,
): RequestContext {
  return {
    db: new PreparingDatabase(poolOf(dataSource), onStatement, work),
    loaders: new LoaderCache(),
    serviceVersion: packageVersion,
  };
}
