import type { DataSource } from "typeorm";
import type { Changes } from "../../db/reconcile";
import { loadRecords } from "../load";
import { ImportError } from "../problem";
import { parseBundle } from "./parse";
import { readBundleFolder } from "./read-folder";

/** Imports the bundle that a folder holds: all of it or nothing. Throws ImportError with every problem's place. */
export async function importBundleFolder(dataSource: DataSource, folder: string): Promise<Changes> {
  const { records, problems } = parseBundle(await readBundleFolder(folder));
  if (problems.length) throw new ImportError(problems);
  return loadRecords(dataSource, records);
}
