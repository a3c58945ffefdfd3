import { bundle } from "../../src/importers/bundle/format";
import { inputFromText } from "../../src/importers/input/input-file";
import { type Problem, problemLine } from "../../src/importers/problem";
import type { Records } from "../../src/importers/records";

/** What the bundle format reads out of files, given by name and content. */
export async function readBundle(
  files: Record<string, string | Buffer>,
): Promise<{ records: Records; problems: Problem[] }> {
  const records = {
    sources: [],
    benchmarks: [],
    metrics: [],
    leaderboards: [],
    papers: [],
    lossFunctions: [],
    backbones: [],
    trainingDatasets: [],
    organisations: [],
    submissions: [],
    scores: [],
  } as Records;
  const problems: Problem[] = [];
  const inputs = Object.entries(files).map(([name, content]) => inputFromText(name, content));
  for await (const entry of bundle.read({ files: inputs, options: {}, vocabulary: [] })) {
    if (entry.kind === "problem") problems.push(entry.problem);
    if (entry.kind === "record") (records[entry.section] as object[]).push(entry.record);
  }
  return { records, problems };
}

/** The records of a bundle in JSON Lines that must be without problems. */
export async function recordsOf(lines: string): Promise<Records> {
  const { records, problems } = await readBundle({ "all.jsonl": lines });
  if (problems.length) throw new Error(problems.map(problemLine).join("\n"));
  return records;
}

/** All that an export gives, as one text. */
export async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const part of parts) text += part;
  return text;
}
