import type { DataSource } from "typeorm";
import { poolOf } from "../db/database";
import type { Changes } from "../db/reconcile";
import { inTransaction } from "../db/transaction";
import { lockWrites } from "../domain/import/import.commands";
import { NotUndoable, undoImport } from "../domain/import/undo.commands";
import { refreshKept } from "../domain/kept/kept.commands";

const CONSTRAINT_BROKEN = /^23/;

/**
 * Takes an import back: all of it or nothing. Gives the changes by table. Throws NotUndoable with what rests on it.
 */
export async function undoWrittenImport(
  dataSource: DataSource,
  importId: number,
  signal?: AbortSignal,
): Promise<Map<string, Changes>> {
  try {
    return await inTransaction(
      poolOf(dataSource),
      async (transaction) => {
        await lockWrites(transaction);
        const changes = await undoImport(transaction, importId);
        await refreshKept(transaction);
        return changes;
      },
      { signal },
    );
  } catch (error) {
    const { code = "", table, detail } = error as Partial<Record<string, string>>;
    if (!CONSTRAINT_BROKEN.test(code)) throw error;
    // What the import took away is there again by another hand.
    throw new NotUndoable(
      `Import ${importId} cannot be undone: what it took away from ${table} stands there again. ${detail}`,
    );
  }
}
