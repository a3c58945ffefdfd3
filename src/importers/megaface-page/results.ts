import { Reporter } from "../../domain/submission/submission.entity";
import type { FormatOptions } from "../format";
import type { NamedResult, NamedSubmission } from "../named-result";
import type { Problem } from "../problem";
import { readClaims } from "./claims";
import { type Description, placeOf } from "./descriptions";
import { LAYOUT } from "./page-layout";
import { reportedByAuthor, type TabledSubmission } from "./prints";
import { leaderboardOf, scoresOf } from "./scores";
import type { Table } from "./tables";
import type { TermIndex } from "./terms/term-index";

/** All that one page says, its tables and descriptions put together. */
export interface PageContents {
  file: string;
  source: string;
  tables: Table[];
  submissions: Map<string, TabledSubmission>;
  descriptions: Description[];
}

const benchmark = { name: LAYOUT.benchmark };

/**
 * The submissions of a page: those of its tables, each with the description under exactly its name, then the
 * descriptions that belong to no row.
 */
export function resultsOf(
  { file, source, tables, submissions, descriptions }: PageContents,
  options: FormatOptions,
  index: TermIndex,
  report: (problem: Problem) => void,
): NamedResult[] {
  const described = new Map(descriptions.flatMap((one) => (one.name === null ? [] : [[one.name, one]])));
  const boards = new Map(tables.map((table) => [table, leaderboardOf(table, options)]));
  const say = (description: Description | undefined): Partial<NamedSubmission> =>
    description
      ? { description: { line: description.first.number }, ...readClaims(file, description, index) }
      : {};
  const tabled = [...submissions].map(([name, { row, rows }]): NamedResult => {
    const submission: NamedSubmission = {
      place: { file, line: row.line, column: row.column },
      benchmark,
      name,
      ...(row.submittedOn !== null && { submittedOn: row.submittedOn }),
      ...(row.trainingScale !== null && { trainingScale: row.trainingScale }),
      ...(reportedByAuthor(name) && { reportedBy: Reporter.AUTHOR }),
      ...say(described.get(name)),
    };
    const scores = rows.flatMap(({ table, row }) => {
      const board = boards.get(table);
      return board ? scoresOf(file, row, table.splits, board, report) : [];
    });
    return { source, submission, scores };
  });
  const others = descriptions.filter(({ name }) => name === null || !submissions.has(name));
  return [
    ...tabled,
    ...others.map((description): NamedResult => {
      const { name, first } = description;
      const label = name === null && { label: `Unnamed description at line ${first.number}` };
      const submission = { place: placeOf(file, first), benchmark, name, ...label, ...say(description) };
      return { source, submission, scores: [] };
    }),
  ];
}
