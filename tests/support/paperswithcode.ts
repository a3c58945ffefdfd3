import type { Entry } from "../../src/importers/entry";
import type { FormatOptions } from "../../src/importers/format";
import { inputFromText } from "../../src/importers/input/input-file";
import type { NamedResult } from "../../src/importers/named-result";
import { paperswithcode } from "../../src/importers/paperswithcode/format";

export interface ReadTables {
  entries: Entry[];
  results: NamedResult[];
  /** Each as `line:column message`, warnings with the word in front of the message. */
  problems: string[];
}

/** Reads texts as files of the format, by name. */
export async function readTables(
  files: Record<string, string | Buffer>,
  options: FormatOptions = {},
): Promise<ReadTables> {
  const inputs = Object.entries(files).map(([name, text]) => inputFromText(name, text));
  const entries: Entry[] = [];
  for await (const entry of paperswithcode.read({ files: inputs, options, vocabulary: [] }))
    entries.push(entry);
  return {
    entries,
    results: entries.flatMap((entry) => (entry.kind === "result" ? [entry.result] : [])),
    problems: entries.flatMap((entry) => {
      if (entry.kind !== "problem") return [];
      const { line, column, level, message } = entry.problem;
      return [`${line}:${column} ${level ? `${level}: ` : ""}${message}`];
    }),
  };
}

/** A file with one table, each row on a line of its own, the first on line 2. */
export function tableOf(...rows: string[]): string {
  return `[{"task": "T", "datasets": [{"dataset": "D", "sota": {"metrics": ["A", "B"], "rows": [\n${rows.join(",\n")}\n]}}]}]`;
}

/** Reads one table. */
export const readRows = (...rows: string[]) => readTables({ "own.json": tableOf(...rows) });
