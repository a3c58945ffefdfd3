import type { Changes } from "../../db/reconcile";
import { raw, type Sql, sql } from "../../db/sql";
import type { Transaction } from "../../db/transaction";
import { Write } from "../../db/write";
import { deriveInheritance } from "../claim/inheritance.commands";
import { graphTables } from "./graph-tables";
import {
  type Dependence,
  findColumns,
  findForeignKeys,
  findPrimaryKey,
  findReferring,
  findRestatements,
  findUndoable,
} from "./undo.queries";

/** An import cannot be undone; nothing was changed. The message says why, and what to do. */
export class NotUndoable extends Error {
  constructor(
    message: string,
    readonly dependences: readonly Dependence[] = [],
  ) {
    super(message);
    this.name = "NotUndoable";
  }
}

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
  const changes = new Map<string, Changes>();
  const keys = new Map<string, string[]>();
  for (const table of graphTables) keys.set(table, await findPrimaryKey(transaction, table));
  // What refers to other rows goes first, so that nothing is taken along unseen.
  for (const table of [...graphTables].reverse()) {
    const removed = await transaction.count(sql`
      DELETE FROM ${raw(table)} t WHERE t.import_id = ${importId}
        AND NOT EXISTS (${journalled(importId, table, "CHANGED", keys.get(table) as string[])})`);
    changes.set(table, { created: 0, changed: 0, removed, unchanged: 0 });
  }
  for (const table of graphTables) {
    const columns = (await findColumns(transaction, table)).join(", ");
    const before = (operation: string) => sql`
      SELECT r.* FROM import_journal j, jsonb_populate_record(NULL::${raw(table)}, j.before) AS r
      WHERE j.import_id = ${importId} AND j.table_name = ${table} AND j.operation = ${operation}`;
    const created = await transaction.count(sql`
      INSERT INTO ${raw(table)} (${raw(columns)}) OVERRIDING SYSTEM VALUE
      SELECT ${raw(columns)} FROM (${before("REMOVED")}) AS r
      WHERE r.import_id IS DISTINCT FROM ${importId} OR EXISTS (${journalled(importId, table, "CHANGED", keys.get(table) as string[], "r")})`);
    const same = raw((keys.get(table) as string[]).map((key) => `t.${key} = r.${key}`).join(" AND "));
    const changed = await transaction.count(sql`
      UPDATE ${raw(table)} t SET (${raw(columns)}) = (SELECT ${raw(columns.replace(/\w+/g, "r.$&"))})
      FROM (${before("CHANGED")}) AS r WHERE ${same}`);
    changes.set(table, { ...(changes.get(table) as Changes), created, changed });
  }
  await transaction.run("SET CONSTRAINTS ALL IMMEDIATE");
  // What later imports inherited from what went goes with it.
  await deriveInheritance(new Write(transaction, importId, new Set()));
  await transaction.count(sql`UPDATE import SET undone_at = now() WHERE id = ${importId}`);
  return changes;
}

/** Journal entries of an import about a row. */
function journalled(importId: number, table: string, operation: string, key: string[], row = "t"): Sql {
  const same = key.map((column) => `j.before->'${column}' = to_jsonb(${row}.${column})`).join(" AND ");
  return sql`
    SELECT FROM import_journal j
    WHERE j.import_id = ${importId} AND j.table_name = ${table} AND j.operation = ${operation} AND ${raw(same)}`;
}

async function refuseWhatRestsOnIt(transaction: Transaction, importId: number): Promise<void> {
  const found = await findRestatements(transaction, importId);
  for (const key of await findForeignKeys(transaction, graphTables)) {
    found.push(...(await findReferring(transaction, importId, key)));
  }
  if (found.length === 0) return;
  const later = [...new Set(found.flatMap((each) => each.importId ?? []))].sort((a, b) => b - a);
  const advice = later.length
    ? ` Undo ${later.map((id) => `import ${id}`).join(", then ")} first.`
    : " Those rows were not written by an import, so that they have to be taken away by hand first.";
  const reasons = found.map(inWords).join("; ");
  throw new NotUndoable(`Import ${importId} cannot be undone alone: ${reasons}.${advice}`, found);
}

function inWords({ importId, table, rows, how }: Dependence): string {
  const who = importId === null ? "what no import wrote" : `import ${importId}`;
  const what = `${rows} ${rows === 1 ? "row" : "rows"}`;
  switch (how) {
    case "SAYS_AGAIN":
      return `${who} says ${what} of ${table} again`;
    case "CHANGED":
      return `${who} changed ${what} of ${table}`;
    case "REFERS":
      return `${what} of ${table} by ${who} ${rows === 1 ? "refers" : "refer"} to it`;
  }
}
