import { readFileSync } from "node:fs";
import path from "node:path";
import type { FormatOptions } from "../../src/importers/format";
import { inputFromText } from "../../src/importers/input/open-files";
import { modelIndex } from "../../src/importers/model-index/format";
import type { NamedResult } from "../../src/importers/named-result";
import { type Problem, problemLine } from "../../src/importers/problem";
import type { Vocabulary } from "../../src/importers/vocabulary";

/** What the format makes of files, given by their texts. */
export async function readModelIndex(
  texts: Record<string, string>,
  options: FormatOptions = {},
  vocabulary: Vocabulary = [],
) {
  const files = Object.entries(texts).map(([name, text]) => inputFromText(name, text));
  const results: NamedResult[] = [];
  const problems: Problem[] = [];
  const sources: object[] = [];
  for await (const entry of modelIndex.read({ files, options, vocabulary })) {
    if (entry.kind === "result") results.push(entry.result);
    else if (entry.kind === "problem") problems.push(entry.problem);
    else sources.push(entry.record);
  }
  return { results, problems, sources, said: problems.map(problemLine) };
}

/** The text of a fixture of this format. */
export function modelIndexFixture(name: string): string {
  return readFileSync(path.join(__dirname, "../fixtures/model-index", name), "utf8");
}

/** The scores of results in short, each as `leaderboard [split] reported = value`. */
export function shortScores(results: NamedResult[]): string[] {
  return results.flatMap(({ scores }) =>
    scores.map(
      ({ leaderboard, split, reported, value }) => `${leaderboard.name} [${split}] ${reported} = ${value}`,
    ),
  );
}
