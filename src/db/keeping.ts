import type { InnerQueries } from "../common/inner-queries";
import type { Database } from "./database";
import type { RequestContext } from "./request-context";

/** What answers that are kept may take. */
export interface KeepingLimits {
  /** Bytes of one query, written in its normal form. */
  queryBytes: number;
  /** Bytes of one answer, as JSON. */
  answerBytes: number;
  /** Bytes of all of them together, as they are stored. */
  allBytes: number;
}

/** A context that reads of one moment. To be ended by whoever began it. */
export interface ReadingOfMoment {
  context: RequestContext;
  /** The revision of that moment, as the data revision says it. */
  revision(): Promise<string>;
  end(): Promise<void>;
}

/** What it takes to keep answers, and to ask them again. */
export interface Keeping {
  /** Reads and writes at the primary: no revision tells a replica which answers are kept. */
  db: Database;
  /** Where the service can be reached by everybody, without a slash at its end; null where nobody said so. */
  publicUrl: string | null;
  /** Null where none are kept. */
  limits: KeepingLimits | null;
  /** Null where nothing can be asked within the request. */
  queries: InnerQueries | null;
  /** Begins to read of one moment, as soon as few enough others do. */
  moment(): Promise<ReadingOfMoment>;
}
