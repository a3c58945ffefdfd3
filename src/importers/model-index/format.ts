import type { Entry } from "../entry";
import type { Format, FormatInput } from "../format";
import type { Problem } from "../problem";
import { ClaimReader } from "./claims";
import { Collections } from "./collections";
import { distinctionsOf } from "./distinctions";
import { isMarkdown } from "./front-matter";
import { ResultMaker } from "./named-results";
import { ModelReader } from "./read-models";
import { checkScales } from "./scales";
import { readSheet, type Sheet } from "./sheet";
import { sourcesOf } from "./sources";

/** Model zoos' index files, and the model index of model cards. */
export const modelIndex: Format = {
  name: "model-index",
  summary: "YAML of model zoos (Collections and Models with Results), and model cards with a model-index.",
  extensions: [".yml", ".yaml", ".md"],
  options: ["directions", "title", "url"],
  read,
};

async function* read({ files, options, vocabulary }: FormatInput): AsyncIterable<Entry> {
  const sheets: Sheet[] = [];
  for (const file of files) sheets.push(await readSheet(file));
  const problems = sheets.flatMap((sheet) => sheet.problems);
  const report = (problem: Problem) => problems.push(problem);

  const used = sheets.filter(({ models, collections }) => models.length || collections.length);
  const sources = sourcesOf(used, options);
  const models = new ModelReader(new Collections(sheets), new ClaimReader(vocabulary));
  const entries = used.map((sheet, i) => models.read(sheet, sources[i].slug, report));
  checkScales(
    entries.flat().flatMap(({ measurements }) => measurements),
    report,
  );
  const distinctions = distinctionsOf(entries.flat(), report);
  reportUnused(sheets, used, report);

  for (const problem of problems) yield { kind: "problem", problem };
  const results = new ResultMaker(entries.flat(), options);
  for (const [i, sheet] of used.entries()) {
    const place = { file: sheet.file, line: 1, column: 1 };
    yield { kind: "record", place, section: "sources", record: sources[i] };
    for (const entry of entries[i]) {
      yield { kind: "result", result: results.make(entry, distinctions.get(entry)) };
    }
  }
}

/** Says what files hold nothing; texts beside model indexes are expected to. */
function reportUnused(sheets: Sheet[], used: Sheet[], report: (problem: Problem) => void): void {
  const message = 'there is no "Models" and no "model-index" in it, so nothing is read from it.';
  for (const sheet of sheets) {
    if (used.includes(sheet) || sheet.imports.length || sheet.problems.some(({ level }) => !level)) continue;
    if (used.length && isMarkdown(sheet.file)) continue;
    report({ file: sheet.file, line: 1, column: 1, ...(used.length && { level: "warning" }), message });
  }
}
