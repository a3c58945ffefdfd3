import type { LoaderCache } from "../common/loader";
import type { Database } from "./database";
import type { RowReads } from "./row-set";

/** What every resolver of one request shares. */
export interface RequestContext {
  db: Database;
  loaders: LoaderCache;
  rowReads: RowReads;
  /** Version of the service, as its package says. */
  serviceVersion: string;
  /** To be called when all has been read: gives the context to read with once more, where what was read must not be told. */
  instead?: () => Promise<RequestContext | undefined>;
}
