import { raw, type Sql } from "../../db/sql";
import { COUNTING_BASES } from "../claim/basis";
import { type ClaimedKind, claimTables } from "../claim/claim-tables";

/** The sides from which lists of used things can be asked for: the organisation that uses, the paper that introduced. */
export function thingScopes(kind: ClaimedKind): Record<"organisation" | "paper", Sql> {
  const { table, column } = claimTables[kind];
  return {
    organisation: raw(`t.id IN (
      SELECT c.${column} FROM ${table} c JOIN submission_organisation l USING (submission_id)
      WHERE l.organisation_id = parent.id AND c.basis IN ('${COUNTING_BASES.join("', '")}'))`),
    paper: raw("t.introduced_by_id = parent.id"),
  };
}
