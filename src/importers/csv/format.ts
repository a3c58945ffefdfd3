import type { Entry } from "../entry";
import type { Format } from "../format";
import type { InputFile } from "../input/input-file";
import type { Located } from "../input/located";
import { type Problem, problemLine } from "../problem";
import { columnProblems } from "./columns";
import { fileMatcher } from "./file-names";
import type { Mapping } from "./mapping/mapping";
import { planTables, type TablePlan } from "./mapping/plan";
import { mappingFile, readMapping } from "./mapping/read-mapping";
import { readTable } from "./read-table";

/** Tables as CSV or TSV, and records as JSON, read as a mapping file says. */
export const csv: Format = {
  name: "csv",
  summary: "Tables (CSV, TSV) and records (JSON) of any make, read as a mapping file says.",
  extensions: [".csv", ".tsv", ".json"],
  options: ["mapping"],
  async *read({ files, options }) {
    if (!options.mapping) {
      const message = "which column is what must be said by a mapping file: give its path with --mapping.";
      yield problem({ file: files[0]?.name ?? "", line: 1, column: 1, message });
      return;
    }
    const read = await readMapping(mappingFile(options.mapping));
    if ("problems" in read) yield* read.problems.map(problem);
    else {
      yield* read.warnings.map(problem);
      yield* readFiles(files, read.mapping, read.document);
    }
  },
};

async function* readFiles(
  files: readonly InputFile[],
  mapping: Mapping,
  document: Located,
): AsyncGenerator<Entry> {
  const problems = new Map<string, Problem>();
  const tables = planTables(mapping, document, (found) => problems.set(problemLine(found), found));
  if (problems.size) return yield* [...problems.values()].map(problem);
  const isIgnored = fileMatcher(mapping.ignore ?? []);
  const sources = new Set<string>();
  const seen = new Map<TablePlan, Set<string>>();
  for (const { file, table } of inOrder(files, tables)) {
    if (!table) {
      if (isIgnored(file.name)) continue;
      const message = 'no table of the mapping is for this file. Name it under "files", or under "ignore".';
      yield problem({ file: file.name, line: 1, column: 1, message, level: "warning" });
      continue;
    }
    if (!sources.has(table.source)) {
      sources.add(table.source);
      const record = { slug: table.source, ...mapping.sources[table.source] };
      yield { kind: "record", section: "sources", record, place: document.at(["sources", table.source]) };
    }
    const columns = seen.get(table) ?? new Set();
    seen.set(table, columns);
    yield* readTable(file, table, document, columns);
  }
  if (!seen.size) {
    const message = "none of the files is one that the mapping is for.";
    yield problem({ ...document.at(["tables"]), message });
  }
  for (const [table, columns] of seen) yield* neverSeen(table, [...columns], document);
}

/** Files in the order of the patterns of the mapping: what comes first in it is met first. */
function inOrder(files: readonly InputFile[], tables: readonly TablePlan[]) {
  const patterns = tables.flatMap((table) =>
    table.rule.files.map((pattern) => ({ table, isFor: fileMatcher([pattern]) })),
  );
  return files
    .map((file) => ({ file, rank: patterns.findIndex(({ isFor }) => isFor(file.name)) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ file, rank }) => ({ file, table: patterns[rank]?.table }));
}

/** Records have no header: a column that none of them has can be told only in the end. */
function neverSeen(table: TablePlan, columns: readonly string[], document: Located): Entry[] {
  if (!columns.length) return [];
  const names = new Set(columns);
  const all = { names: columns, repeated: [], has: (column: string) => names.has(column) };
  return columnProblems(table, all, "any record", document).map((found) =>
    problem({ ...found, level: "warning" }),
  );
}

function problem(found: Problem): Entry {
  return { kind: "problem", problem: found };
}
