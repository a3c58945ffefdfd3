import type { Database } from "../../db/database";
import { raw, sql } from "../../db/sql";

/** An import, as far as undoing it is concerned. */
export interface UndoableImport {
  id: number;
  format: string;
  finishedAt: Date;
  undoneAt: Date | null;
}

/** A later import, or a change that no import made, that rests on rows of an import. */
export interface Dependence {
  /** Null where the rows were not written by an import. */
  importId: number | null;
  table: string;
  rows: number;
  how: "SAYS_AGAIN" | "CHANGED" | "REFERS";
}

/** The import with this id, or null. */
export async function findUndoable(db: Database, id: number): Promise<UndoableImport | null> {
  const rows = await db.rows<UndoableImport>(sql`
    SELECT id, format, finished_at AS "finishedAt", undone_at AS "undoneAt" FROM import
    WHERE id = ${id} AND finished_at IS NOT NULL`);
  return rows[0] ?? null;
}

/** Where later imports said rows of an import again, or changed or removed them. */
export function findRestatements(db: Database, importId: number): Promise<Dependence[]> {
  return db.rows(sql`
    SELECT r.import_id AS "importId", r.table_name AS "table", r.row_count AS rows, 'SAYS_AGAIN' AS how
    FROM import_restated r JOIN import i ON i.id = r.import_id AND i.undone_at IS NULL
    WHERE r.earlier_import_id = ${importId}
    UNION ALL
    SELECT j.import_id, j.table_name, count(*), 'CHANGED'
    FROM import_journal j JOIN import i ON i.id = j.import_id AND i.undone_at IS NULL
    WHERE j.import_id <> ${importId} AND (j.before->>'import_id')::integer = ${importId}
    GROUP BY j.import_id, j.table_name ORDER BY 1, 2`);
}

/** A reference from rows of one table to rows of another. */
interface ForeignKey {
  table: string;
  column: string;
  target: string;
}

/** Every foreign key between the given tables. */
export function findForeignKeys(db: Database, tables: readonly string[]): Promise<ForeignKey[]> {
  return db.rows(sql`
    SELECT c.conrelid::regclass::text AS "table", a.attname AS "column", c.confrelid::regclass::text AS target
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.conrelid::regclass::text = ANY(${[...tables]})
      AND c.confrelid::regclass::text = ANY(${[...tables]})
    ORDER BY 1, 2`);
}

/** Rows that refer to rows which an import made, and that the import did not write itself. */
export function findReferring(
  db: Database,
  importId: number,
  { table, column, target }: ForeignKey,
): Promise<Dependence[]> {
  return db.rows(sql`
    SELECT r.import_id AS "importId", ${table} AS "table", count(*) AS rows, 'REFERS' AS how
    FROM ${raw(table)} r JOIN ${raw(target)} t ON t.id = r.${raw(column)}
    WHERE t.import_id = ${importId} AND r.import_id IS DISTINCT FROM ${importId} AND NOT EXISTS (
      SELECT FROM import_journal j
      WHERE j.import_id = ${importId} AND j.table_name = ${target} AND (j.before->>'id')::integer = t.id)
    GROUP BY r.import_id`);
}

/** The columns of a table's primary key. */
export async function findPrimaryKey(db: Database, table: string): Promise<string[]> {
  const rows = await db.rows<{ name: string }>(sql`
    SELECT a.attname AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
    WHERE i.indrelid = ${table}::regclass AND i.indisprimary ORDER BY a.attnum`);
  return rows.map(({ name }) => name);
}

/** The columns of a table. */
export async function findColumns(db: Database, table: string): Promise<string[]> {
  const rows = await db.rows<{ name: string }>(sql`
    SELECT attname AS name FROM pg_attribute WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped
    ORDER BY attnum`);
  return rows.map(({ name }) => name);
}
