import type { OrderTerm } from "../../db/keyset";
import { raw, type Sql, sql } from "../../db/sql";
import type { ClaimedKind } from "../claim/claim-tables";
import { scopeCondition } from "../submission/submission-scope.queries";

/** Orders organisations `t` by the number of their submissions. */
export const BY_SUBMISSIONS: OrderTerm = {
  expression: raw("SELECT count(*) FROM submission_organisation l WHERE l.organisation_id = t.id"),
  type: "integer",
};

/** The condition that a submission of organisation `t` uses the thing `parent` or anything under it. */
export function usersOf(kind: ClaimedKind): Sql {
  return sql`t.id IN (
    SELECT l.organisation_id FROM submission_organisation l JOIN submission s ON s.id = l.submission_id
    WHERE ${scopeCondition({ of: kind, includeDescendants: true })})`;
}
