import type { Cancellation } from "../common/cancellation";
import type { LoaderCache } from "../common/loader";
import type { Database } from "./database";
import type { Keeping } from "./keeping";
import type { RowReads } from "./row-set";

/** What every resolver of one request shares. */
export interface RequestContext {
  db: Database;
  loaders: LoaderCache;
  rowReads: RowReads;
  /** What gives up the work for the request, where anything can. */
  work?: Cancellation | undefined;
  /** Version of the service, as its package says. */
  serviceVersion: string;
  /** Answers that can be cited; undefined where nobody asks. */
  keeping?: Keeping;
  /** The id of the answer that is being made to be kept: what is written for it says so. */
  keptAs?: string;
  /** To be called when all has been read: gives the context to read with once more, where what was read must not be told. */
  instead?: () => Promise<RequestContext | undefined>;
}
