import { readFile } from "node:fs/promises";
import { parseBundle } from "../importers/bundle/parse";
import { readBundleFolder } from "../importers/bundle/read-folder";
import { DEFAULT_DATA_FOLDER } from "../importers/default-data";
import { compareTerms, vocabularyOf } from "../importers/megaface-page/measure";
import { differencesTable, ratesTable } from "../importers/megaface-page/measure-report";

/** Prints how well the terms of a page's descriptions are found, held against the curated default data. */
async function main([page]: string[]): Promise<void> {
  if (page === undefined) throw new Error("name the page: npm run measure:terms -- PAGE");
  const text = await readFile(page, "utf8");
  const { records } = parseBundle(await readBundleFolder(DEFAULT_DATA_FOLDER));
  const full = await compareTerms(text, records, vocabularyOf(records, "aliases"));
  const bare = await compareTerms(text, records, vocabularyOf(records, "names alone"));
  process.stdout.write(
    [
      "With all names and aliases of the catalogue:",
      ratesTable(full),
      differencesTable(full),
      "With names alone, without any alias:",
      ratesTable(bare),
      differencesTable(bare),
    ].join("\n\n"),
  );
  process.stdout.write("\n");
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`Nothing was measured: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
