import { columnsOf } from "../../db/columns";
import type { Database } from "../../db/database";
import type { OrderTerm } from "../../db/keyset";
import { raw, sql } from "../../db/sql";
import { Citation } from "./citation.entity";

/** What submissions cite, in the order of the source. */
export function findCitations(db: Database, submissionIds: readonly number[]): Promise<Citation[]> {
  return db.rows(
    sql`SELECT ${columnsOf(Citation, "t")} FROM citation t
      WHERE t.submission_id = ANY(${[...submissionIds]}::integer[]) ORDER BY t.submission_id, t.position, t.id`,
  );
}

/** Orders papers `t` by the number of submissions that cite them. */
export const BY_CITATIONS: OrderTerm = {
  expression: raw("SELECT count(*) FROM citation c WHERE c.paper_id = t.id"),
  type: "integer",
};
