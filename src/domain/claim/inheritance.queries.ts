import type { Database } from "../../db/database";
import { join, raw, type Sql, sql } from "../../db/sql";
import type { Claim } from "./claim.entity";
import { type ClaimedKind, claimTables } from "./claim-tables";
import type { Inheriting } from "./inheritance";
import type { TestSetCleaning } from "./test-set-cleaning.entity";

const INHERITING = [...Object.values(claimTables).map(({ table }) => table), "test_set_cleaning"];

/** The submissions of which an import wrote a claim or that they are variants, as far as its rows and its journal say. */
export async function findTouched(db: Database, importId: number): Promise<number[]> {
  const tables = [...INHERITING, "variant"];
  const written = tables.map(
    (table) => sql`SELECT submission_id FROM ${raw(table)} WHERE import_id = ${importId}`,
  );
  const rows = await db.rows<{ id: number }>(sql`
    SELECT submission_id AS id FROM (${join(written, " UNION ALL ")}) AS written
    UNION SELECT (before->>'submission_id')::integer FROM import_journal
    WHERE import_id = ${importId} AND table_name = ANY(${tables})`);
  return rows.map(({ id }) => id);
}

/** SELECT of ids that are known. */
export const theseIds = (ids: readonly number[]) => sql`SELECT unnest(${[...ids]}::integer[]) AS id`;

/**
 * The submissions that may inherit otherwise when others were touched, given as a SELECT of their ids: those of them, and
 * of their variants, that inherit something or could.
 */
export async function findHeirs(db: Database, touched: Sql): Promise<number[]> {
  const inherits = INHERITING.map(
    (table) => sql`SELECT submission_id FROM ${raw(table)} WHERE inherited_from_id IS NOT NULL`,
  );
  const rows = await db.rows<{ id: number }>(sql`
    WITH RECURSIVE heir(id) AS (
      ${touched} UNION
      SELECT v.submission_id FROM heir JOIN variant v ON v.base_id = heir.id AND v.only_difference
    )
    SELECT id FROM heir WHERE id IN (
      SELECT submission_id FROM variant WHERE only_difference UNION ALL ${join(inherits, " UNION ALL ")})`);
  return rows.map(({ id }) => id);
}

/** Of each of the submissions, those from which it differs in one thing only, in the order of the records. */
export function findInheriting(db: Database, ids: readonly number[]): Promise<Inheriting[]> {
  return db.rows(sql`
    SELECT submission_id AS "submissionId", base_id AS "baseId" FROM variant
    WHERE only_difference AND submission_id = ANY(${[...ids]}::integer[]) ORDER BY position, id`);
}

/** The slugs of submissions. */
export async function findSubmissionSlugs(
  db: Database,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const rows = await db.rows<{ id: number; slug: string }>(
    sql`SELECT id, slug FROM submission WHERE id = ANY(${[...ids]}::integer[])`,
  );
  return new Map(rows.map(({ id, slug }) => [id, slug]));
}

/** What submissions claim on things of a kind, each claim as the table has it; of heirs, only what they say themselves. */
export function findClaims(
  db: Database,
  kind: ClaimedKind,
  ids: readonly number[],
  heirs: readonly number[],
): Promise<ClaimRow[]> {
  return db.rows(sql`
    SELECT * FROM ${raw(claimTables[kind].table)}
    WHERE submission_id = ANY(${[...ids]}::integer[])
      AND (inherited_from_id IS NULL OR submission_id <> ALL(${[...heirs]}::integer[])) ORDER BY id`);
}

/** What is said of the cleaning of submissions' test sets, as the table has it; of heirs, only what they say themselves. */
export function findCleaning(
  db: Database,
  ids: readonly number[],
  heirs: readonly number[],
): Promise<CleaningRow[]> {
  return db.rows(sql`
    SELECT * FROM test_set_cleaning WHERE submission_id = ANY(${[...ids]}::integer[])
      AND (basis = 'STATED' OR submission_id <> ALL(${[...heirs]}::integer[]))`);
}

/** Rows under the names of their columns. */
export type ClaimRow = Pick<Claim, "basis"> & { submission_id: number; inherited_from_id: number | null };
export type CleaningRow = Pick<TestSetCleaning, "basis"> & {
  submission_id: number;
  inherited_from_id: number | null;
};
