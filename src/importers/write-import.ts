import type { DataSource } from "typeorm";
import { poolOf } from "../db/database";
import { mergeRepeats } from "../db/merge-repeats";
import type { Changes } from "../db/reconcile";
import { inTransaction, type Transaction } from "../db/transaction";
import { Write } from "../db/write";
import {
  beginImport,
  finishImport,
  type ImportedFile,
  type ImportedProblem,
  lockWrites,
} from "../domain/import/import.commands";
import { applyStaged } from "./apply";
import { DataRefused } from "./problem";
import { stage } from "./stage";
import type { StagedRecord } from "./staged-record";

/** What is imported, for whoever looks at it later. */
export interface ImportOrigin {
  format: string;
  /** Called when all files have been read. */
  files: ImportedFile[] | (() => ImportedFile[]);
}

export interface WriteOptions {
  /** Does everything and then takes it back. */
  dryRun?: boolean;
  /** Takes everything back, at any moment. */
  signal?: AbortSignal;
  onRecord?: () => void;
  /** Called when all records are staged. */
  onStaged?: () => void;
  /** Problems that were found while reading, to be kept with the import; called when all is written. */
  problems?: () => readonly ImportedProblem[];
  /** Called when all is staged; throws when nothing of it may be written. */
  check?: () => void;
}

/** What an import did. */
export interface WrittenImport {
  /** Null when nothing was kept: in a dry run, or when all was there already. */
  id: number | null;
  /** The data revision afterwards; null likewise. */
  revision: number | null;
  changes: Map<string, Changes>;
  total: Changes;
  warnings: ImportedProblem[];
}

/**
 * Writes records in one transaction: all of them or none. When all of them are there already, nothing is written, not
 * even that it was tried. Throws UnknownReference, RepeatedScores, NotANumber, CircleError, DataRefused or Interrupted.
 */
export async function writeImport(
  dataSource: DataSource,
  origin: ImportOrigin,
  records:
    | (Iterable<StagedRecord> | AsyncIterable<StagedRecord>)
    | ((transaction: Transaction) => AsyncIterable<StagedRecord>),
  options: WriteOptions = {},
): Promise<WrittenImport> {
  const unkept: { result?: WrittenImport } = {};
  try {
    return await inTransaction(
      poolOf(dataSource),
      async (transaction) => {
        await lockWrites(transaction);
        const importId = await beginImport(transaction, origin.format);
        const stream = typeof records === "function" ? records(transaction) : records;
        const sections = await stage(transaction, stream, options.onRecord);
        options.check?.();
        options.onStaged?.();
        const write = new Write(transaction, importId, sections);
        await mergeRepeats(write);
        await applyStaged(write);
        // Names are compared when the transaction ends, which a dry run does not see.
        await transaction.run("SET CONSTRAINTS ALL IMMEDIATE");
        const warnings = write.warnings.map(({ col, ...warning }) => ({ ...warning, column: col }));
        const { changes, total } = write;
        unkept.result = { id: null, revision: null, changes, total, warnings };
        if (options.dryRun || total.created + total.changed + total.removed === 0) throw new NotKept();
        const files = typeof origin.files === "function" ? origin.files() : origin.files;
        const problems = [...(options.problems?.() ?? []), ...warnings];
        const revision = await finishImport(write, files, problems);
        return { ...unkept.result, id: importId, revision };
      },
      options,
    );
  } catch (error) {
    if (error instanceof NotKept && unkept.result) return unkept.result;
    throw asRefusal(error) ?? error;
  }
}

/** Ends a transaction whose outcome is known but shall not stay. */
class NotKept extends Error {}

/** Data that break a rule of the store: a value that is out of range (22), not unique or in use (23), too long (54). */
function asRefusal(error: unknown): DataRefused | null {
  const { code = "", table = "", detail = "", message = "" } = error as Partial<Record<string, string>>;
  if (!/^(22|23|54)\w{3}$/.test(code)) return null;
  return new DataRefused(code === "23505" ? `${table}: ${detail}` : `${message}. ${detail}`.trim());
}
