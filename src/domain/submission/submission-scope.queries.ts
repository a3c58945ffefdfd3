import { raw, type Sql, sql } from "../../db/sql";
import { Kinds } from "../catalogue/kind";
import type { Basis } from "../claim/basis";
import { claimCondition } from "../claim/claim.queries";
import { type ClaimedKind, claimTables } from "../claim/claim-tables";

/** From which side a list of submissions is asked for; the side itself is `parent.id`. */
export type SubmissionScope =
  | { of: "All" }
  | { of: "Organisation" | "Paper" | "Benchmark" | "SplitWithoutValue" }
  | { of: ClaimedKind; basis?: Basis[] | null; modified?: boolean | null; includeDescendants: boolean };

/** The condition that the submission `s` belongs to `parent` in the given way. */
export function scopeCondition(scope: SubmissionScope): Sql {
  switch (scope.of) {
    case "All":
      return raw("true");
    case "Benchmark":
      return raw("s.benchmark_id = parent.id");
    case "Organisation":
      return raw(
        "s.id IN (SELECT l.submission_id FROM submission_organisation l WHERE l.organisation_id = parent.id)",
      );
    case "Paper":
      return raw("s.id IN (SELECT l.submission_id FROM citation l WHERE l.paper_id = parent.id)");
    case "SplitWithoutValue":
      return raw(
        "s.id IN (SELECT x.submission_id FROM score x WHERE x.split_id = parent.id AND x.value IS NULL)",
      );
    default: {
      const { table } = claimTables[scope.of];
      const things =
        scope.includeDescendants && Kinds[scope.of].tree
          ? sql`IN (${descendants(scope.of)})`
          : raw("= parent.id");
      return sql`s.id IN (SELECT c.submission_id FROM ${raw(table)} c
        WHERE ${claimCondition(scope.of, { things, basis: scope.basis, modified: scope.modified })})`;
    }
  }
}

function descendants(kind: ClaimedKind): Sql {
  return raw(`WITH RECURSIVE under(id) AS (
      SELECT parent.id UNION SELECT t.id FROM under JOIN ${Kinds[kind].table} t ON t.parent_id = under.id
    ) SELECT id FROM under`);
}
