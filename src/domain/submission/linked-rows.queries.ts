import { among } from "../../db/predicates";
import { join, raw, type Sql, sql } from "../../db/sql";
import { type ClaimedKind, claimTables } from "../claim/claim-tables";
import { VARIANT_COLUMNS, type VariantSide } from "./linked.queries";

function idsIn(table: string, column: string, submissionIds: readonly number[]): Sql {
  const key = raw(table === "submission" ? "id" : "submission_id");
  return sql`SELECT ${raw(column)} FROM ${raw(table)} WHERE ${key} ${among(submissionIds)}`;
}

/** The condition behind a key that it is that of a benchmark of submissions. */
export const benchmarksOf = (ids: readonly number[]): Sql =>
  sql`IN (${idsIn("submission", "benchmark_id", ids)})`;

/** That it is that of a thing which submissions claim to use. */
export const claimedThingsOf = (kind: ClaimedKind, ids: readonly number[]): Sql =>
  sql`IN (${idsIn(claimTables[kind].table, claimTables[kind].column, ids)})`;

/** That it is that of a paper which submissions cite. */
export const papersOf = (ids: readonly number[]): Sql => sql`IN (${idsIn("citation", "paper_id", ids)})`;

/** That it is that of a split on which submissions have a score. */
export const splitsOf = (ids: readonly number[]): Sql => sql`IN (${idsIn("score", "split_id", ids)})`;

/** That it is that of a leaderboard on which submissions have a score. */
export const leaderboardsOf = (ids: readonly number[]): Sql =>
  sql`IN (SELECT leaderboard_id FROM split WHERE id ${splitsOf(ids)})`;

/** That it is that of a submission at the other end of a variant. */
export const otherEndsOf = (side: VariantSide, otherEnd: VariantSide, ids: readonly number[]): Sql =>
  sql`IN (SELECT ${raw(VARIANT_COLUMNS[otherEnd])} FROM variant WHERE ${raw(VARIANT_COLUMNS[side])} ${among(ids)})`;

/** That it is that of a document in which a row of one of these tables about submissions stands. */
export const documentsOf = (tables: readonly string[], ids: readonly number[]): Sql =>
  sql`IN (${join(
    tables.map((table) => idsIn(table, "source_id", ids)),
    " UNION ALL ",
  )})`;
