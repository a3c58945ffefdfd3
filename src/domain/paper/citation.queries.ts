import { columnList } from "../../db/columns";
import type { OrderTerm } from "../../db/keyset";
import { among } from "../../db/predicates";
import type { RowSet } from "../../db/row-set";
import { raw, sql } from "../../db/sql";
import { Citation } from "./citation.entity";

/** What submissions cite, in the order of the source. */
export function citationsOf(submissionIds: readonly number[]): RowSet<Citation> {
  return {
    type: Citation,
    columns: columnList(Citation, "t"),
    from: sql`FROM citation t WHERE t.submission_id ${among(submissionIds)}`,
    order: raw("t.submission_id, t.position, t.id"),
  };
}

/** Orders papers `t` by the number of submissions that cite them. */
export const BY_CITATIONS: OrderTerm = {
  expression: raw("SELECT count(*) FROM citation c WHERE c.paper_id = t.id"),
  type: "integer",
  required: true,
};
