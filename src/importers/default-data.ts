import path from "node:path";
import type { DataSource } from "typeorm";
import { packageFolder } from "../common/package";
import type { Changes } from "../db/reconcile";
import { Submission } from "../domain/submission/submission.entity";
import { importBundleFolder } from "./bundle/import-bundle";

/** The folder with the data that a new database starts with. */
export const DEFAULT_DATA_FOLDER = path.join(packageFolder, "seeds");

/** Loads the default data into a database without submissions; gives null when it has some. */
export async function loadDefaultData(dataSource: DataSource): Promise<Changes | null> {
  if (await dataSource.manager.exists(Submission)) return null;
  return importBundleFolder(dataSource, DEFAULT_DATA_FOLDER);
}
