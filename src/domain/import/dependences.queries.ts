import type { Database } from "../../db/database";
import { raw, sql } from "../../db/sql";
import { type ForeignKey, findUniqueKeys, journalOf } from "./undo.queries";

/** A later import, or a change that no import made, that stands in the way of undoing an import. */
export interface Dependence {
  /** Null where the rows were not written by an import. */
  importId: number | null;
  table: string;
  rows: number;
  /**
   * SAYS_AGAIN, CHANGED: it said rows of the import again, or changed or removed them. REFERS: its rows refer to those of
   * the import; REFERRED: rows that it changed or removed do, and would again. STANDS_AGAIN: it wrote what the import
   * had taken away. GONE: it removed what rows refer to that the import had changed or taken away.
   */
  how: "SAYS_AGAIN" | "CHANGED" | "REFERS" | "REFERRED" | "STANDS_AGAIN" | "GONE";
}

/** Where later imports said rows of an import again, or changed or removed them. */
export function findRestatements(db: Database, importId: number): Promise<Dependence[]> {
  return db.rows(sql`
    SELECT r.import_id AS "importId", r.table_name AS "table", r.row_count AS rows, 'SAYS_AGAIN' AS how
    FROM import_restated r
    WHERE r.earlier_import_id = ${importId}
    UNION ALL
    SELECT j.import_id, j.table_name, count(*), 'CHANGED'
    FROM import_journal j
    WHERE j.import_id > ${importId} AND (j.before->>'import_id')::integer = ${importId}
    GROUP BY j.import_id, j.table_name ORDER BY 1, 2`);
}

/** That a row `t` of a table was made by an import, not only changed. */
const isMade = (importId: number, table: string) => sql`t.import_id = ${importId} AND NOT EXISTS (
  SELECT FROM import_journal made
  WHERE made.import_id = ${importId} AND made.table_name = ${table} AND (made.before->>'id')::integer = t.id)`;

const isSaid = ({ inherits }: ForeignKey) => raw(inherits ? "r.inherited_from_id IS NULL" : "true");

/** Rows that refer to rows which an import made, and that the import did not write itself. */
export function findReferring(db: Database, importId: number, key: ForeignKey): Promise<Dependence[]> {
  const { table, column, target } = key;
  return db.rows(sql`
    SELECT r.import_id AS "importId", ${table} AS "table", count(*) AS rows, 'REFERS' AS how
    FROM ${raw(table)} r JOIN ${raw(target)} t ON t.id = r.${raw(column)}
    WHERE r.import_id IS DISTINCT FROM ${importId} AND ${isSaid(key)} AND ${isMade(importId, target)} GROUP BY r.import_id`);
}

/** The tables of which later imports, that are not undone, changed or removed rows. */
export async function findLaterTables(db: Database, importId: number): Promise<string[]> {
  const rows = await db.rows<{ name: string }>(sql`
    SELECT DISTINCT j.table_name AS name FROM import_journal j
    WHERE j.import_id > ${importId}`);
  return rows.map(({ name }) => name);
}

/** Rows that later imports changed or removed and that referred to rows which an import made. */
export function findReferred(
  db: Database,
  importId: number,
  { table, column, target }: ForeignKey,
): Promise<Dependence[]> {
  return db.rows(sql`
    SELECT j.import_id AS "importId", ${table} AS "table", count(*) AS rows, 'REFERRED' AS how
    FROM import_journal j
    JOIN ${raw(target)} t ON t.id = (j.before->>${column})::integer
    WHERE j.import_id > ${importId} AND j.table_name = ${table} AND (j.before->>'inherited_from_id') IS NULL
      AND ${isMade(importId, target)} GROUP BY j.import_id`);
}

/** What an import took away, or changed, and what others wrote since in its place. */
export async function findStandingAgain(
  db: Database,
  importId: number,
  table: string,
): Promise<Dependence[]> {
  const found: Dependence[] = [];
  for (const columns of await findUniqueKeys(db, table)) {
    const same = raw(columns.map((column) => `t.${column} = r.${column}`).join(" AND "));
    found.push(
      ...(await db.rows<Dependence>(sql`
        SELECT t.import_id AS "importId", ${table} AS "table", count(*) AS rows, 'STANDS_AGAIN' AS how
        FROM (SELECT r.*, j.operation FROM ${journalOf(importId, table)}) AS r JOIN ${raw(table)} t ON ${same}
        WHERE t.import_id IS DISTINCT FROM ${importId}
          AND (r.operation = 'REMOVED' OR to_jsonb(t)->'id' <> to_jsonb(r)->'id')
        GROUP BY t.import_id`)),
    );
  }
  return found;
}

/** What rows refer to that an import took away or changed, and that was removed since. */
export function findGone(db: Database, importId: number, key: ForeignKey): Promise<Dependence[]> {
  const { table, column, target } = key;
  return db.rows(sql`
    SELECT later.import_id AS "importId", ${target} AS "table", count(DISTINCT r.${raw(column)}) AS rows, 'GONE' AS how
    FROM (SELECT r.* FROM ${journalOf(importId, table)}) AS r LEFT JOIN import_journal later
      ON later.import_id > ${importId} AND later.table_name = ${target} AND later.operation = 'REMOVED'
      AND (later.before->>'id')::integer = r.${raw(column)}
    WHERE r.${raw(column)} IS NOT NULL AND ${isSaid(key)}
      AND NOT EXISTS (SELECT FROM ${raw(target)} t WHERE t.id = r.${raw(column)})
      AND NOT EXISTS (
        SELECT FROM import_journal own WHERE own.import_id = ${importId} AND own.table_name = ${target}
          AND own.operation = 'REMOVED' AND (own.before->>'id')::integer = r.${raw(column)})
    GROUP BY later.import_id`);
}
