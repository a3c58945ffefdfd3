import type { Changes } from "../../db/reconcile";
import { raw, type Sql, sql } from "../../db/sql";
import type { Transaction } from "../../db/transaction";
import { Write } from "../../db/write";
import { deriveInheritance } from "../claim/inheritance.commands";
import { findTouched, theseIds } from "../claim/inheritance.queries";
import { graphTables } from "./graph-tables";
import { NotUndoable, refuseWhatRestsOnIt } from "./not-undoable";
import { findColumns, findPrimaryKey, findUndoable, findUniqueKeys, journalOf } from "./undo.queries";

/**
 * Takes back what an import wrote: what it made goes, what it changed or removed is as it was before. Gives the changes
 * by table. Throws NotUndoable when the import is not known, is undone already, or when something rests on it.
 */
export async function undoImport(transaction: Transaction, importId: number): Promise<Map<string, Changes>> {
  const found = await findUndoable(transaction, importId);
  if (!found) throw new NotUndoable(`There is no import ${importId}.`);
  if (found.undoneAt)
    throw new NotUndoable(`Import ${importId} is undone already, since ${found.undoneAt.toISOString()}.`);
  await refuseWhatRestsOnIt(transaction, importId);
  await transaction.run("SET CONSTRAINTS ALL DEFERRED");
  const tables: Table[] = [];
  for (const name of graphTables) {
    const columns = await findColumns(transaction, name);
    tables.push({ name, columns, key: await findPrimaryKey(transaction, name) });
  }
  const touched = await findTouched(transaction, importId);
  const changes = new Map<string, Changes>();
  // What refers to other rows goes first, so that nothing is taken along unseen.
  for (const table of [...tables].reverse()) {
    const removed = await removeMade(transaction, importId, table);
    changes.set(table.name, { created: 0, changed: 0, removed, unchanged: 0 });
  }
  for (const table of tables) {
    const back = await bringBack(transaction, importId, table);
    changes.set(table.name, { ...(changes.get(table.name) as Changes), ...back });
  }
  // What later imports inherited from what went goes with it, and is no import's doing.
  await deriveInheritance(new Write(transaction, null, new Set()), theseIds(touched));
  await transaction.run("SET CONSTRAINTS ALL IMMEDIATE");
  await transaction.count(sql`UPDATE import SET undone_at = now() WHERE id = ${importId}`);
  // Nobody asks again what it had changed, or what it rested on.
  for (const notes of ["import_journal", "import_restated"]) {
    await transaction.count(sql`DELETE FROM ${raw(notes)} WHERE import_id = ${importId}`);
  }
  return changes;
}

interface Table {
  name: string;
  columns: readonly string[];
  /** The columns of its primary key. */
  key: readonly string[];
}

function removeMade(transaction: Transaction, importId: number, table: Table): Promise<number> {
  return transaction.count(sql`
    DELETE FROM ${raw(table.name)} t WHERE t.import_id = ${importId}
      AND NOT EXISTS (${journalled(importId, table, "CHANGED", "t")})`);
}

async function bringBack(
  transaction: Transaction,
  importId: number,
  table: Table,
): Promise<{ created: number; changed: number }> {
  const { name, columns, key } = table;
  const names = raw(columns.join(", "));
  if (columns.includes("inherited_from_id")) await clearInherited(transaction, importId, name);
  const created = await transaction.count(sql`
    INSERT INTO ${raw(name)} (${names}) OVERRIDING SYSTEM VALUE
    SELECT ${names} FROM (SELECT r.* FROM ${journalOf(importId, name)} AND j.operation = 'REMOVED') AS r
    WHERE r.import_id IS DISTINCT FROM ${importId} OR EXISTS (${journalled(importId, table, "CHANGED", "r")})`);
  const changed = await transaction.count(sql`
    UPDATE ${raw(name)} t SET (${names}) = (SELECT ${raw(columns.map((column) => `r.${column}`).join(", "))})
    FROM (SELECT r.* FROM ${journalOf(importId, name)} AND j.operation = 'CHANGED') AS r
    WHERE ${raw(key.map((column) => `t.${column} = r.${column}`).join(" AND "))}`);
  return { created, changed };
}

/** What is inherited since makes room for what comes back; whatever of it still holds is derived again. */
async function clearInherited(transaction: Transaction, importId: number, table: string): Promise<void> {
  for (const columns of await findUniqueKeys(transaction, table)) {
    const same = raw(columns.map((column) => `t.${column} IS NOT DISTINCT FROM r.${column}`).join(" AND "));
    await transaction.count(sql`
      DELETE FROM ${raw(table)} t USING (SELECT r.* FROM ${journalOf(importId, table)} AND j.operation = 'REMOVED') AS r
      WHERE t.inherited_from_id IS NOT NULL AND t.submission_id = r.submission_id AND ${same}`);
  }
}

/** Journal entries of an import about a row. */
function journalled(importId: number, table: Table, operation: string, row: string): Sql {
  const same = table.key.map((column) => `j.before->'${column}' = to_jsonb(${row}.${column})`).join(" AND ");
  return sql`
    SELECT FROM import_journal j
    WHERE j.import_id = ${importId} AND j.table_name = ${table.name} AND j.operation = ${operation} AND ${raw(same)}`;
}
