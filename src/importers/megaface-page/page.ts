import type { Entry } from "../entry";
import type { FormatOptions } from "../format";
import type { Problem } from "../problem";
import { damageOf, splitDescriptions } from "./descriptions";
import { pageLines } from "./page-lines";
import { findPanels } from "./panels";
import { checkRows, mergeDescriptions, mergeTables, submissionsOf } from "./prints";
import { type PageContents, resultsOf } from "./results";
import { sourceRecord, sourceSlug } from "./source-record";
import { readTable } from "./tables";
import type { TermIndex } from "./terms/term-index";

/** Reads the text of a page into its source, its submissions, and what could not be read. */
export function readPage(file: string, text: string, options: FormatOptions, index: TermIndex): Entry[] {
  const panels = findPanels(pageLines(text));
  if (panels.length === 0) {
    const message =
      'no table was found: one begins with a line such as "Algorithm Date Submitted Set 1 Set 2 Data Set Size".';
    return [{ kind: "problem", problem: { file, line: 1, column: 1, message } }];
  }
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const printed = panels.flatMap((panel) => readTable(file, panel, report) ?? []);
  const tables = mergeTables(file, printed, report);
  const submissions = submissionsOf(file, tables, report);
  const context = { rowNames: new Set(submissions.keys()), index };
  const prints = panels.map((panel) => splitDescriptions(panel.descriptions, context));
  const descriptions = mergeDescriptions(file, prints, report);
  problems.push(...checkRows(file, tables), ...damageOf(file, descriptions));
  const contents: PageContents = { file, source: sourceSlug(file), tables, submissions, descriptions };
  const results = resultsOf(contents, options, index, report);
  return [
    {
      kind: "record",
      section: "sources",
      record: sourceRecord(contents, panels, text, options),
      place: { file, line: 1, column: 1 },
    },
    ...results.map((result): Entry => ({ kind: "result", result })),
    ...problems
      .sort((a, b) => a.line - b.line || a.column - b.column)
      .map((problem): Entry => ({ kind: "problem", problem })),
  ];
}
