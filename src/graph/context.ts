import type { DataSource } from "typeorm";
import { LoaderCache } from "../common/loader";
import { packageVersion } from "../common/package";
import { Database, poolOf, type StatementListener } from "../db/database";
import type { RequestContext } from "../db/request-context";

/** Makes what the resolvers of one request share. */
export function createContext(dataSource: DataSource, onStatement?: StatementListener): RequestContext {
  return {
    db: new Database(poolOf(dataSource), onStatement),
    loaders: new LoaderCache(),
    serviceVersion: packageVersion,
  };
}
