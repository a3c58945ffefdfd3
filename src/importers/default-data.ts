import path from "node:path";
import type { DataSource } from "typeorm";
import { packageFolder } from "../common/package";
import { compareMigrations } from "../db/migration-state";
import { Submission } from "../domain/submission/submission.entity";
import { bundle } from "./bundle/format";
import { type ImportReport, importFiles } from "./import-files";
import { openFiles } from "./input/open-files";
import { ImportError } from "./problem";

/** The folder with the data that a new database starts with. */
export const DEFAULT_DATA_FOLDER = path.join(packageFolder, "seeds");

/**
 * Loads the default data into a database without submissions; gives null when it has some, or is newer than this program.
 */
export async function loadDefaultData(dataSource: DataSource): Promise<ImportReport | null> {
  if (await dataSource.manager.exists(Submission)) return null;
  const { unknown } = await compareMigrations(dataSource);
  if (unknown.length) return null;
  const report = await importDefaultData(dataSource);
  // Another process may have loaded them just before: imports wait for each other, and the same again is none.
  return report.id === null ? null : report;
}

/** Imports the default data, as any other files are imported. */
export async function importDefaultData(dataSource: DataSource): Promise<ImportReport> {
  const { files, problems } = await openFiles([DEFAULT_DATA_FOLDER], bundle.extensions);
  if (problems.length) throw new ImportError(problems);
  // Where the package lies is nobody's business but the machine's.
  const named = files.map((file) => ({ ...file, name: path.relative(packageFolder, file.name) }));
  return importFiles(dataSource, { format: bundle, files: named });
}
