import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { csv } from "../../src/importers/csv/format";
import type { Entry } from "../../src/importers/entry";
import { type InputFile, inputFromText } from "../../src/importers/input/input-file";
import type { NamedResult } from "../../src/importers/named-result";
import { type Problem, problemLine } from "../../src/importers/problem";

export interface ReadByMapping {
  results: NamedResult[];
  sources: Extract<Entry, { kind: "record" }>[];
  /** Without the folder of the mapping file. */
  problems: string[];
}

/** Reads files, given as texts by name or as they are, by the text of a mapping. */
export async function readByMapping(
  mapping: string | undefined,
  files: Record<string, string> | InputFile[],
): Promise<ReadByMapping> {
  const folder = mkdtempSync(path.join(tmpdir(), "mapping-"));
  const file = path.join(folder, "mapping.yaml");
  if (mapping !== undefined) writeFileSync(file, mapping);
  const inputs = Array.isArray(files)
    ? files
    : Object.entries(files).map(([name, text]) => inputFromText(name, text));
  const read: ReadByMapping = { results: [], sources: [], problems: [] };
  const line = (problem: Problem) => problemLine(problem).replace(`${folder}${path.sep}`, "");
  try {
    const options = mapping === undefined ? {} : { mapping: file };
    for await (const entry of csv.read({ files: inputs, options, vocabulary: [] })) {
      if (entry.kind === "result") read.results.push(entry.result);
      else if (entry.kind === "problem") read.problems.push(line(entry.problem));
      else read.sources.push(entry);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return read;
}

/** A mapping for tables with the columns model and top1, with other lines in place of some. */
export function smallMapping(
  table = "",
  scores = "      - { column: top1, leaderboard: top1, split: All }",
): string {
  return `sources: { small: { title: Small } }
benchmark: { name: Small }
leaderboards:
  top1: { name: "Small: top-1", metric: { name: Top-1, unit: "%", direction: HIGHER_IS_BETTER, minimum: "0", maximum: "100" } }
  error: { name: "Small: error", metric: { name: Error, direction: LOWER_IS_BETTER } }
tables:
  - files: ["*"]
${table && `    ${table}\n`}    submission: { name: "{model}" }
    scores:
${scores}
`;
}

/** The name, text and value of each score. */
export function valuesOf({ results }: ReadByMapping) {
  return results.flatMap(({ submission, scores }) =>
    scores.map(({ reported, value }) => [submission.name, reported, value]),
  );
}
