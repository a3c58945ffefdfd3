import type { LoaderCache } from "../common/loader";
import type { Database } from "./database";

/** What every resolver of one request shares. */
export interface RequestContext {
  db: Database;
  loaders: LoaderCache;
  /** Version of the service, as its package says. */
  serviceVersion: string;
}
