import type { Pool } from "pg";
import type { DataSource } from "typeorm";
import type { Cancellation } from "../common/cancellation";
import type { InnerQueries } from "../common/inner-queries";
import { LoaderCache } from "../common/loader";
import { packageVersion } from "../common/package";
import { type Database, poolOf } from "../db/database";
import type { Keeping } from "../db/keeping";
import { ValuesOfRevision } from "../db/lasting-values";
import { PreparingDatabase } from "../db/preparing-database";
import { HeldBack } from "../db/replicas/held-back";
import { PlacedDatabase } from "../db/replicas/placed-database";
import type { ReadReplicas } from "../db/replicas/read-replicas";
import type { RequestContext } from "../db/request-context";
import { RowReads } from "../db/row-set";
import type { StatementListener } from "../db/statement-listener";
import { type KeepingOptions, keepingOf } from "./keeping";

/**
 * Gives what makes the context of a request, which the resolvers share; what lasts for one revision of the data is shared
 * by all of them. The statements of a request are cancelled when its work is given up. With replicas, a request reads
 * from one of them where that is certain to be right.
 */
export function contextsOf(
  dataSource: DataSource,
  readRevision: () => Promise<string>,
  replicas?: ReadReplicas,
  options: KeepingOptions = {},
) {
  const primary = poolOf(dataSource);
  const values = new ValuesOfRevision(readRevision);

  function atPrimary(
    over: (pool: Pool) => Database,
    keeping: () => Keeping,
    work: Cancellation | undefined,
  ): RequestContext {
    return contextOver(over(primary), new LoaderCache(() => values.now()), keeping, work);
  }

  function atReplica(
    replicas: ReadReplicas,
    over: (pool: Pool) => Database,
    keeping: () => Keeping,
    { work, queries }: { work: Cancellation | undefined; queries: InnerQueries | undefined },
  ): RequestContext {
    let revision: Promise<string> | undefined;
    // What is read must be of one revision with what lasts: it is read once for both.
    const atStart = () => (revision ??= readRevision());
    const db = new PlacedDatabase(primary, replicas, atStart, over);
    let lasting: HeldBack | undefined;
    const loaders = new LoaderCache(async () => {
      lasting = new HeldBack(await values.now(atStart()));
      return lasting;
    });
    return Object.assign(contextOver(db, loaders, keeping, work), {
      async instead() {
        if (!(await db.isCovered())) {
          queries?.again();
          return atPrimary(over, keeping, work);
        }
        lasting?.release();
        return undefined;
      },
    });
  }

  return (onStatement?: StatementListener, work?: Cancellation, queries?: InnerQueries): RequestContext => {
    const over = (pool: Pool) => new PreparingDatabase(pool, onStatement, work);
    const keeping = () => keepingOf(primary, options, onStatement, work, queries);
    if (!replicas) return atPrimary(over, keeping, work);
    return atReplica(replicas, over, keeping, { work, queries });
  };
}

/** A context that reads over this. */
export function contextOver(
  db: Database,
  loaders: LoaderCache,
  keeping: () => Keeping,
  work: Cancellation | undefined,
): RequestContext {
  return {
    db,
    loaders,
    rowReads: new RowReads(db),
    work,
    serviceVersion: packageVersion,
    // Few requests have to do with kept answers.
    get keeping() {
      return keeping();
    },
  };
}
