import type { Entry } from "../entry";
import type { Format } from "../format";
import type { InputFile } from "../input/input-file";
import { MAX_YAML_BYTES } from "../input/parse-yaml";
import { readText } from "../input/read-text";
import { type SectionName, sectionSchemas } from "./bundle.schema";
import { parseBundle } from "./parse";
import { readRecordLines } from "./read-record-lines";
import { type BundleFile, isJson } from "./read-sections";

const IN_LINES = [".jsonl", ".ndjson"];

/** Scoregraph's own format, in which everything in the graph can be said. */
export const bundle: Format = {
  name: "bundle",
  summary: "Scoregraph's own format: records that refer to each other by slug, in YAML, JSON or JSON Lines.",
  extensions: [".yaml", ".yml", ".json", ...IN_LINES],
  options: [],
  async *read({ files }) {
    yield* readDocuments(files.filter((file) => !isInLines(file)));
    for (const file of files) if (isInLines(file)) yield* readRecordLines(file);
  },
};

function isInLines({ name }: InputFile): boolean {
  return IN_LINES.some((extension) => name.toLowerCase().endsWith(extension));
}

/** YAML and JSON files are one bundle: a record may be spread over them, so they are read as a whole. */
async function* readDocuments(files: readonly InputFile[]): AsyncGenerator<Entry> {
  const texts: BundleFile[] = [];
  let readable = true;
  for (const file of files) {
    const read = await readText(file, isJson(file.name) ? {} : { maxBytes: MAX_YAML_BYTES });
    if ("text" in read) texts.push({ name: file.name, text: read.text });
    else {
      readable = false;
      yield { kind: "problem", problem: read.problem };
    }
  }
  const { records, places, problems } = parseBundle(texts);
  for (const problem of problems) yield { kind: "problem", problem };
  if (problems.length || !readable) return;
  for (const section of Object.keys(sectionSchemas) as SectionName[]) {
    for (const [i, record] of records[section].entries()) {
      yield {
        kind: "record",
        section: section as "papers",
        record: record as never,
        place: places[section][i],
      };
    }
  }
}
