import type { OrderTerm } from "../../db/keyset";
import { raw } from "../../db/sql";
import { COUNTING_BASES } from "../claim/basis";
import { type ClaimedKind, claimTables } from "../claim/claim-tables";
import { Kinds } from "./kind";

/** Orders by name. */
export const BY_NAME: OrderTerm = { expression: raw("t.name"), type: "text", required: true };

/** Orders by the number of submissions that use a thing `t` or anything under it. */
export function byUses(kind: ClaimedKind): OrderTerm {
  const { table, column } = claimTables[kind];
  const things = Kinds[kind].tree
    ? `WITH RECURSIVE under(id) AS (
        SELECT t.id UNION SELECT d.id FROM under JOIN ${Kinds[kind].table} d ON d.parent_id = under.id
      ) SELECT id FROM under`
    : "SELECT t.id";
  return {
    expression: raw(`SELECT count(DISTINCT c.submission_id) FROM ${table} c
      WHERE c.basis IN ('${COUNTING_BASES.join("', '")}') AND c.${column} IN (${things})`),
    type: "integer",
    required: true,
  };
}
