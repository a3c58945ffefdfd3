import type { Pool } from "pg";
import { Cancellation } from "../common/cancellation";
import type { InnerQueries } from "../common/inner-queries";
import type { Keeping, KeepingLimits } from "../db/keeping";
import { PreparingDatabase } from "../db/preparing-database";
import type { StatementListener } from "../db/statement-listener";
import { readingOfMoment } from "./moment-context";
import { inTurn } from "./moments-in-hand";

/** How a service keeps answers. */
export interface KeepingOptions {
  publicUrl?: string | null | undefined;
  /** None are kept when not given. */
  limits?: KeepingLimits | null | undefined;
}

/** What it takes in one request to keep answers. */
export function keepingOf(
  primary: Pool,
  { publicUrl = null, limits = null }: KeepingOptions,
  onStatement?: StatementListener,
  work = new Cancellation(),
  queries: InnerQueries | null = null,
): Keeping {
  const keeping: Keeping = {
    db: new PreparingDatabase(primary, onStatement, work),
    publicUrl,
    limits,
    queries,
    moment: () => inTurn(primary, work, () => readingOfMoment(primary, work, onStatement, keeping)),
  };
  return keeping;
}
