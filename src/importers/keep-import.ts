import type { DataSource } from "typeorm";
import { poolOf } from "../db/database";
import type { Changes } from "../db/reconcile";
import { inTransaction, type Transaction } from "../db/transaction";
import type { Write } from "../db/write";
import {
  beginImport,
  finishImport,
  type ImportedFile,
  type ImportedProblem,
  lockWrites,
} from "../domain/import/import.commands";
import { refreshKept } from "../domain/kept/kept.commands";
import { DataRefused } from "./problem";
import { refusalWords } from "./refusal-words";

/** What is imported, for whoever looks at it later. */
export interface ImportOrigin {
  format: string;
  /** Asked for when all files have been read. */
  files?: () => ImportedFile[];
  /** Problems that were found while reading, asked for when all is written. */
  problems?: () => { kept: readonly ImportedProblem[]; count: number };
}

export interface KeepOptions {
  /** Does everything and then takes it back. */
  dryRun?: boolean;
  /** Takes everything back, at any moment. */
  signal?: AbortSignal;
}

/** What an import did. */
export interface KeptImport {
  /** Null when nothing was kept: in a dry run, or when all was there already. */
  id: number | null;
  /** The data revision afterwards; null likewise. */
  revision: number | null;
  /** By table. */
  changes: ReadonlyMap<string, Changes>;
  total: Changes;
  /** The first of the warnings, and how many there were. */
  warnings: ImportedProblem[];
  warningCount: number;
}

/**
 * Does writes in one transaction as an import that can be looked at and undone later. When they change nothing, nothing
 * is kept of it, not even that it was tried. Throws what `work` throws, DataRefused for what breaks a rule of the store,
 * or Interrupted.
 */
export async function keepImport(
  dataSource: DataSource,
  { format, files, problems }: ImportOrigin,
  work: (transaction: Transaction, importId: number) => Promise<Write>,
  { dryRun, signal }: KeepOptions = {},
): Promise<KeptImport> {
  try {
    return await inTransaction(
      poolOf(dataSource),
      async (transaction) => {
        await lockWrites(transaction);
        const importId = await beginImport(transaction, format);
        const write = await work(transaction, importId);
        // Names are compared when the transaction ends, which a dry run does not see.
        await transaction.run("SET CONSTRAINTS ALL IMMEDIATE");
        const warnings = write.warnings.map(({ col, ...warning }) => ({ ...warning, column: col }));
        const { changes, total, warningCount } = write;
        const done = { changes, total, warnings, warningCount };
        if (dryRun || total.created + total.changed + total.removed === 0) throw new NotKept(done);
        await refreshKept(transaction);
        const { kept, count } = problems?.() ?? { kept: [], count: 0 };
        const revision = await finishImport(write, files?.() ?? [], {
          kept: [...kept, ...warnings],
          count: count + warningCount,
        });
        return { ...done, id: importId, revision };
      },
      { signal },
    );
  } catch (error) {
    if (error instanceof NotKept) return { ...error.done, id: null, revision: null };
    const words = refusalWords(error);
    throw words === null ? error : new DataRefused(words);
  }
}

/** Ends a transaction whose outcome is known but shall not stay. */
class NotKept extends Error {
  constructor(readonly done: Omit<KeptImport, "id" | "revision">) {
    super("The transaction is taken back.");
  }
}
