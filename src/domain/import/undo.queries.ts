import type { Database } from "../../db/database";
import { raw, sql } from "../../db/sql";

/** An import, as far as undoing it is concerned. */
export interface UndoableImport {
  id: number;
  format: string;
  finishedAt: Date;
  undoneAt: Date | null;
}

/** The import with this id, or null. */
export async function findUndoable(db: Database, id: number): Promise<UndoableImport | null> {
  const rows = await db.rows<UndoableImport>(sql`
    SELECT id, format, finished_at AS "finishedAt", undone_at AS "undoneAt" FROM import
    WHERE id = ${id} AND finished_at IS NOT NULL`);
  return rows[0] ?? null;
}

/** A reference from rows of one table to rows of another. */
export interface ForeignKey {
  table: string;
  column: string;
  target: string;
  /** Whether rows of the table can be inherited: those follow from others, and come and go with them. */
  inherits: boolean;
}

/** Every foreign key between the given tables. */
export function findForeignKeys(db: Database, tables: readonly string[]): Promise<ForeignKey[]> {
  return db.rows(sql`
    SELECT c.conrelid::regclass::text AS "table", a.attname AS "column", c.confrelid::regclass::text AS target,
      EXISTS (SELECT FROM pg_attribute i WHERE i.attrelid = c.conrelid AND i.attname = 'inherited_from_id') AS inherits
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.conrelid::regclass::text = ANY(${[...tables]})
      AND c.confrelid::regclass::text = ANY(${[...tables]})
    ORDER BY 1, 2`);
}

/** The columns of a table's primary key. */
export async function findPrimaryKey(db: Database, table: string): Promise<string[]> {
  const rows = await db.rows<{ name: string }>(sql`
    SELECT a.attname AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
    WHERE i.indrelid = ${table}::regclass AND i.indisprimary ORDER BY a.attnum`);
  return rows.map(({ name }) => name);
}

/** The columns that no two rows of a table may share, for each of its unique indexes but those over expressions. */
export async function findUniqueKeys(db: Database, table: string): Promise<string[][]> {
  const rows = await db.rows<{ columns: string[] }>(sql`
    SELECT (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
      WHERE a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)) AS columns
    FROM pg_index i WHERE i.indrelid = ${table}::regclass AND i.indisunique AND i.indexprs IS NULL ORDER BY i.indexrelid`);
  return rows.map(({ columns }) => columns);
}

/** The columns of a table. */
export async function findColumns(db: Database, table: string): Promise<string[]> {
  const rows = await db.rows<{ name: string }>(sql`
    SELECT attname AS name FROM pg_attribute WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped
    ORDER BY attnum`);
  return rows.map(({ name }) => name);
}

/** Rows of an import's journal as rows `r` of their table, beside the entry `j`. */
export const journalOf = (importId: number, table: string) => sql`
  import_journal j CROSS JOIN LATERAL jsonb_populate_record(NULL::${raw(table)}, j.before) AS r
  WHERE j.import_id = ${importId} AND j.table_name = ${table}`;
