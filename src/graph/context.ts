import type { DataSource } from "typeorm";
import type { Cancellation } from "../common/cancellation";
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
 * by all of them. The statements of a request are cancelled when its work is given up.
 */
export function contextsOf(dataSource: DataSource, readRevision: () => Promise<string>) {
  const values = new ValuesOfRevision(readRevision);
  return (onStatement?: StatementListener, work?: Cancellation): RequestContext => {
    const db = new PreparingDatabase(poolOf(dataSource), onStatement, work);
    return {
      db,
      loaders: new LoaderCache(() => values.now()),
      rowReads: new RowReads(db),
      serviceVersion: packageVersion,
    };
  };
}
