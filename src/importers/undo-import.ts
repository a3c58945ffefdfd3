import type { DataSource } from "typeorm";
import { poolOf } from "../db/database";
import type { Changes } from "../db/reconcile";
import { inTransaction } from "../db/transaction";
import { lockWrites } from "../domain/import/import.commands";
import { whatDoesNotFit } from "../domain/import/not-undoable";
import { undoImport } from "../domain/import/undo.commands";
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
  const pool = poolOf(dataSource);
  try {
    return await inTransaction(
      pool,
      async (transaction) => {
        await lockWrites(transaction);
        const changes = await undoImport(transaction, importId);
        await refreshKept(transaction);
        return changes;
      },
      { signal },
    );
  } catch (error) {
    const { code = "" } = error as { code?: string };
    if (!CONSTRAINT_BROKEN.test(code)) throw error;
    throw await inTransaction(pool, (transaction) => whatDoesNotFit(transaction, importId), { signal });
  }
}
