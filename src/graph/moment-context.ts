import type { Pool } from "pg";
import type { Cancellation } from "../common/cancellation";
import { LoaderCache } from "../common/loader";
import { Database } from "../db/database";
import type { Keeping, ReadingOfMoment } from "../db/keeping";
import { Moment } from "../db/moment";
import type { StatementListener } from "../db/statement-listener";
import { contextOver } from "./context";

/** Begins to read of one moment: every context that it gives reads of it. */
export async function contextsOfMoment(
  pool: Pool,
  work: Cancellation,
  onStatement: StatementListener | undefined,
  keeping: Keeping,
) {
  const moment = await Moment.begin(pool, work);
  const db = new Database(moment, onStatement);
  return {
    moment,
    // What lasts for a revision is of the newest one, which this moment may be before.
    contexts: () => contextOver(db, new LoaderCache(), () => keeping, work),
  };
}

/** The same, for one context. */
export async function readingOfMoment(
  ...given: Parameters<typeof contextsOfMoment>
): Promise<ReadingOfMoment> {
  const { moment, contexts } = await contextsOfMoment(...given);
  return { context: contexts(), revision: () => moment.revision(), end: () => moment.end() };
}
