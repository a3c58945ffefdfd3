import type { DataSource } from "typeorm";
import { mergeRepeats } from "../db/merge-repeats";
import type { Transaction } from "../db/transaction";
import { Write } from "../db/write";
import { applyStaged } from "./apply";
import { type ImportOrigin, type KeepOptions, type KeptImport, keepImport } from "./keep-import";
import { ITEM_KEYS, stage } from "./stage";
import type { StagedRecord } from "./staged-record";

export interface WriteOptions extends KeepOptions {
  onRecord?: () => void;
  /** Called when all records are staged; throws when nothing of them may be written. */
  onStaged?: () => void;
}

/**
 * Writes records in one transaction: all of them or none. Throws RecordsRefused, CircleError, DataRefused or
 * Interrupted.
 */
export function writeImport(
  dataSource: DataSource,
  origin: ImportOrigin,
  records: (transaction: Transaction) => Iterable<StagedRecord> | AsyncIterable<StagedRecord>,
  { onRecord, onStaged, ...options }: WriteOptions = {},
): Promise<KeptImport> {
  return keepImport(
    dataSource,
    origin,
    async (transaction, importId) => {
      const sections = await stage(transaction, records(transaction), onRecord);
      onStaged?.();
      const write = new Write(transaction, importId, sections);
      await mergeRepeats(write, ITEM_KEYS);
      await applyStaged(write);
      return write;
    },
    options,
  );
}
