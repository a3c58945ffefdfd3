import type { DataSource } from "typeorm";
import { LoaderCache } from "../common/loader";
import { packageVersion } from "../common/package";
import { poolOf } from "../db/database";
import { ValuesOfRevision } from "../db/lasting-values";
import { PreparingDatabase } from "../db/preparing-database";
import type { RequestContext } from "../db/request-context";
import { RowReads } from "../db/row-set";
import type { StatementListener } from "../db/statement-listener";

/**
 * Gives what makes the context of a request, which the resolvers share; what lasts for one revision of the data is shared
 * by all of them.
 */
export function contextsOf(dataSource: DataSource, readRevision: () => Promise<string>) {
  const values = new ValuesOfRevision(readRevision);
  return (onStatement?: StatementListener): RequestContext => {
    const db = new PreparingDatabase(poolOf(dataSource), onStatement);
    return {
      db,
      loaders: new LoaderCache(() => values.now()),
      rowReads: new RowReads(db),
      serviceVersion: packageVersion,
    };
  };
}
