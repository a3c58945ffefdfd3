import type { DataSource } from "typeorm";
import type { Changes } from "../db/reconcile";
import type { Records } from "./records";
import type { StagedRecord } from "./staged-record";
import { writeImport } from "./write-import";

/**
 * Writes records in one transaction: all of them or none. Writing the same again changes nothing. Throws
 * RecordsRefused, or DataRefused when they do not fit what is in the database.
 */
export async function loadRecords(dataSource: DataSource, records: Records): Promise<Changes> {
  const { total } = await writeImport(dataSource, { format: "records" }, () => wholeRecords(records));
  return total;
}

/** All records of all sections, one after another; what they leave out goes. */
export function* wholeRecords(records: Records): Iterable<StagedRecord> {
  for (const [section, list] of Object.entries(records)) {
    for (const record of list) yield { section, record, partial: false } as StagedRecord;
  }
}
