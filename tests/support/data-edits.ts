import type { Changes } from "../../src/db/reconcile";
import { parseBundle } from "../../src/importers/bundle/parse";
import { readBundleFolder } from "../../src/importers/bundle/read-folder";
import { DEFAULT_DATA_FOLDER } from "../../src/importers/default-data";
import { loadRecords } from "../../src/importers/load";
import { ImportError } from "../../src/importers/problem";
import type { TestService } from "./test-service";

/** The revision of the service's data. */
export async function revisionOf(service: TestService): Promise<number> {
  return (await service.data("{ meta { revision } }")).meta.revision;
}

/** Imports the default data with one text in their files replaced by another; it must stand there once. */
export async function importEdited(service: TestService, from: string, to: string): Promise<Changes> {
  const files = await readBundleFolder(DEFAULT_DATA_FOLDER);
  const places = files.reduce((sum, { text }) => sum + text.split(from).length - 1, 0);
  if (places !== 1) throw new Error(`The default data have ${places} places with: ${from}`);
  const { records, problems } = parseBundle(
    files.map(({ name, text }) => ({ name, text: text.replace(from, () => to) })),
  );
  if (problems.length) throw new ImportError(problems);
  return loadRecords(service.dataSource, records);
}

/** How many rows all tables of the graph together have. */
export async function countRows(service: TestService): Promise<number> {
  const tables: { name: string }[] = await service.dataSource.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name !~ '^import' ORDER BY 1",
  );
  const counts = tables.map(({ name }) => `(SELECT count(*) FROM ${name})`).join(" + ");
  return Number((await service.dataSource.query(`SELECT ${counts} AS rows`))[0].rows);
}
