import type { Database } from "../../db/database";
import { raw, sql } from "../../db/sql";
import type { Claim } from "./claim.entity";
import { type ClaimedKind, claimTables } from "./claim-tables";
import type { Inheriting } from "./inheritance";
import type { TestSetCleaning } from "./test-set-cleaning.entity";

/** Every submission that differs from its base in one thing only, in the order in which that was noted. */
export function findInheriting(db: Database): Promise<Inheriting[]> {
  return db.rows(sql`
    SELECT submission_id AS "submissionId", base_id AS "baseId" FROM variant WHERE only_difference ORDER BY id`);
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

/** What submissions claim themselves on things of a kind, each claim as the table has it. */
export function findOwnClaims(db: Database, kind: ClaimedKind, ids: readonly number[]): Promise<ClaimRow[]> {
  return db.rows(sql`
    SELECT * FROM ${raw(claimTables[kind].table)}
    WHERE submission_id = ANY(${[...ids]}::integer[]) AND inherited_from_id IS NULL ORDER BY id`);
}

/** What is said itself of the cleaning of submissions' test sets, as the table has it. */
export function findOwnCleaning(db: Database, ids: readonly number[]): Promise<CleaningRow[]> {
  return db.rows(sql`
    SELECT * FROM test_set_cleaning WHERE submission_id = ANY(${[...ids]}::integer[]) AND basis = 'STATED'`);
}

/** Rows under the names of their columns. */
export type ClaimRow = Pick<Claim, "basis"> & { submission_id: number; inherited_from_id: number | null };
export type CleaningRow = Pick<TestSetCleaning, "basis"> & {
  submission_id: number;
  inherited_from_id: number | null;
};
