import { raw, type Sql, sql } from "../../db/sql";
import type { KindName } from "../catalogue/kind";
import { COUNTING_BASES } from "../claim/basis";
import { type ClaimedKind, claimTables } from "../claim/claim-tables";

/** Ids of the things of a kind that belong to a benchmark, or to one of its submissions. */
export function idsWithin(kind: KindName, benchmarkId: number): Sql {
  const linked = (table: string, column: string) =>
    sql`SELECT l.${raw(column)} FROM ${raw(table)} l JOIN submission s ON s.id = l.submission_id
      WHERE s.benchmark_id = ${benchmarkId}`;
  const used = (claimed: ClaimedKind) => {
    const { table, column } = claimTables[claimed];
    return sql`${linked(table, column)} AND l.basis = ANY(${[...COUNTING_BASES]}::text[])`;
  };
  switch (kind) {
    case "Benchmark":
      return sql`SELECT ${benchmarkId}::integer`;
    case "Leaderboard":
      return sql`SELECT lb.id FROM leaderboard lb WHERE lb.benchmark_id = ${benchmarkId}`;
    case "Submission":
      return sql`SELECT s.id FROM submission s WHERE s.benchmark_id = ${benchmarkId}`;
    case "Organisation":
      return linked("submission_organisation", "organisation_id");
    case "Paper":
      return linked("citation", "paper_id");
    default:
      return used(kind);
  }
}
