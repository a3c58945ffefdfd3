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
}
