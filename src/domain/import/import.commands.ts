import { sql } from "../../db/sql";
import type { Transaction } from "../../db/transaction";
import type { Write } from "../../db/write";

/** Writers wait for each other: two imports at once would each miss what the other brings. */
const WRITE_LOCK = 7_304_116;

/** A file that was imported. */
export interface ImportedFile {
  name: string;
  bytes: number;
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
}

/** A problem that an import told of and went on without. */
export interface ImportedProblem {
  file: string | null;
  line: number | null;
  column: number | null;
  message: string;
  level?: "warning";
}

/** So many of an import's problems are kept with it; all of them are counted. */
const KEPT_PROBLEMS = 1_000;

/** Waits until no other import is running, and then keeps others waiting until the transaction ends. */
export async function lockWrites(transaction: Transaction): Promise<void> {
  await transaction.count(sql`SELECT pg_advisory_xact_lock(${WRITE_LOCK})`);
}

/** Begins an import; gives its id, the next one after those that were kept. */
export async function beginImport(transaction: Transaction, format: string): Promise<number> {
  const { id } = await transaction.row<{ id: number }>(sql`
    INSERT INTO import (id, format, files, started_at)
    SELECT coalesce(max(id), 0) + 1, ${format}, '[]', now() FROM import RETURNING id`);
  return id;
}

/** Notes what an import did, when all of it is written. Gives the data revision that it made. */
export async function finishImport(
  { db, importId, changes }: Write,
  files: readonly ImportedFile[],
  problems: { kept: readonly ImportedProblem[]; count: number },
): Promise<number> {
  const { revision } = await db.row<{ revision: number }>(sql`
    UPDATE import SET finished_at = clock_timestamp(), revision = (SELECT revision FROM data_revision),
      files = ${JSON.stringify(files)}::jsonb, changes = ${JSON.stringify(Object.fromEntries(changes))}::jsonb,
      problem_count = ${problems.count}, problems = ${JSON.stringify(problems.kept.slice(0, KEPT_PROBLEMS))}::jsonb
    WHERE id = ${importId} RETURNING revision`);
  return revision;
}
