import type { Entry } from "../entry";
import type { InputFile } from "../input/input-file";
import type { Located } from "../input/located";
import type { Problem } from "../problem";
import { columnProblems } from "./columns";
import { RowFields } from "./fields";
import { fileFields } from "./file-names";
import type { TablePlan } from "./mapping/plan";
import type { Row } from "./row";
import { readCsvTable } from "./rows/csv-table";
import { readJsonTable } from "./rows/json-table";
import { scoresOf } from "./score-row";
import { submissionOf } from "./submission-row";

/** Reads the results of one file; of records without a header, the names of their columns are added to `seen`. */
export async function* readTable(
  file: InputFile,
  table: TablePlan,
  mapping: Located,
  seen: Set<string>,
): AsyncGenerator<Entry> {
  const ofFile = fileFields(file.name);
  const isJson = (table.rule.format ?? (/\.json$/i.test(file.name) ? "json" : "csv")) === "json";
  const parts = isJson ? readJsonTable(file, table.rule) : readCsvTable(file, table.rule);
  for await (const part of parts) {
    if ("problem" in part) yield { kind: "problem", problem: part.problem };
    else if ("columns" in part) {
      const problems = columnProblems(table, part.columns, file.name, mapping);
      for (const problem of problems) yield { kind: "problem", problem };
      if (problems.length) return;
    } else {
      if (isJson) for (const column of part.row.columns) seen.add(column);
      yield* readRow(part.row, table, ofFile);
    }
  }
}

function* readRow(row: Row, table: TablePlan, ofFile: ReadonlyMap<string, string>): Generator<Entry> {
  const fields = new RowFields(row, ofFile, table.missing);
  for (const [name, make] of table.values) {
    const [found] = make(fields);
    fields.set(name, { text: found?.text ?? null, place: found?.place ?? row.place });
  }
  if (table.skips.some((skip) => skip(fields))) return;
  const problems: Problem[] = [];
  const submission = submissionOf(fields, table.submission, (problem) => problems.push(problem));
  if (submission) {
    const scores = scoresOf(fields, table, (problem) => problems.push(problem));
    yield { kind: "result", result: { source: table.source, submission, scores } };
  }
  for (const problem of problems) yield { kind: "problem", problem };
}
