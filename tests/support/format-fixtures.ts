import { readFileSync } from "node:fs";
import path from "node:path";
import type { Format, FormatOptions } from "../../src/importers/format";
import { formats } from "../../src/importers/formats";
import type { InputFile } from "../../src/importers/input/input-file";
import { inputFromText } from "../../src/importers/input/open-files";

const folder = path.join(__dirname, "../fixtures");

/** A good example of a format: its files, and what must be said beside them. */
export interface FormatFixture {
  format: Format;
  files: InputFile[];
  options: FormatOptions;
}

const NAMES: Record<string, { files: string[]; options?: FormatOptions }> = {
  bundle: { files: ["bundle-whole/board.yaml"] },
  csv: { files: ["csv/cakes.csv"], options: { mapping: path.join(folder, "csv/mapping.yaml") } },
  "megaface-page": { files: ["megaface-page/results.txt"] },
  "model-index": { files: ["model-index/zoo.yml", "model-index/card.md"] },
  paperswithcode: { files: ["paperswithcode/tables.json"] },
};

/** The example of every format, by the format's name. */
export const formatFixtures: [string, FormatFixture][] = [...formats].map(([name, format]) => {
  const { files, options = {} } = NAMES[name];
  const read = (file: string) =>
    inputFromText(`spring/${path.basename(file)}`, readFileSync(path.join(folder, file)));
  return [name, { format, files: files.map(read), options }];
});
