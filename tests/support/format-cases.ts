import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { DataSource } from "typeorm";
import type { FormatOptions } from "../../src/importers/format";
import { formats } from "../../src/importers/formats";
import { type ImportReport, type ImportRequest, importFiles } from "../../src/importers/import-files";
import { type InputFile, inputFromText } from "../../src/importers/input/input-file";

const fixtures = path.join(__dirname, "../fixtures");

/** A file of the fixtures, under a name of its own. */
export function fixture(file: string, name = path.basename(file)): InputFile {
  return inputFromText(name, readFileSync(path.join(fixtures, file)));
}

/** Tables with the columns model, day, net, top1 and err, of which the source says for top1 only what is better. */
export const MAPPING = `sources: { small: { title: Small tables } }
benchmark: { name: Small }
leaderboards:
  top1: { name: "Small: top-1", metric: { name: Top-1, unit: "%", direction: HIGHER_IS_BETTER } }
  err: { name: "Small: err", metric: { name: Err, direction: UNKNOWN } }
tables:
  - files: ["*"]
    submission: { name: "{model}", submittedOn: "{day}", backbones: [{ from: "{net}" }] }
    scores:
      - { column: top1, leaderboard: top1, split: All }
      - { column: err, leaderboard: err, split: All }
`;

const GULLS = JSON.stringify([
  {
    task: "Reading Signs",
    datasets: [
      {
        dataset: "Harbour",
        sota: { metrics: ["Words"], rows: [{ model_name: "Tern", metrics: { Words: "9" } }] },
      },
    ],
  },
]);

const PAGE = `Identification Rate vs. Distractors Size

Algorithm Date Submitted Set 1 Set 2 Data Set Size
Swift Net 3/10/2018 82.5% 82.25% Large
`;

/** Files of each format that can be imported together, in any order. */
export const FORMAT_FILES: Record<string, InputFile[]> = {
  bundle: [fixture("bundle-whole/catalogue.yaml"), fixture("bundle-whole/results.jsonl")],
  csv: [
    inputFromText("a.csv", "model,day,net,top1,err\nAlpha,2020-01-02,Net 1,71.50 ± 0.25,3\nBeta,,,70,4\n"),
    inputFromText(
      "b.json",
      JSON.stringify([{ model: "Gamma", day: "2021-02-03", net: "Net 1", top1: 69.5, err: "n/a" }]),
    ),
  ],
  "megaface-page": [fixture("megaface-page/results.txt"), inputFromText("later.txt", PAGE)],
  "model-index": [fixture("model-index/card.md"), fixture("model-index/zoo.yml")],
  paperswithcode: [fixture("paperswithcode/tables.json"), inputFromText("gulls.json", GULLS)],
};

/** Imports files in a format, the mapping of tables among its options. */
export async function importAs(
  dataSource: DataSource,
  format: string,
  files: readonly InputFile[],
  request: Partial<ImportRequest> = {},
): Promise<ImportReport> {
  const folder = mkdtempSync(path.join(tmpdir(), "mapping-"));
  try {
    const mapping = path.join(folder, "mapping.yaml");
    writeFileSync(mapping, MAPPING);
    const found = formats.get(format);
    if (!found) throw new Error(`no format ${format}`);
    const options: FormatOptions = format === "csv" ? { mapping } : {};
    return await importFiles(dataSource, { format: found, files, options, ...request });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
