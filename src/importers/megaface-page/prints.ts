import type { Problem } from "../problem";
import { type Description, placeOf } from "./descriptions";
import { LAYOUT } from "./page-layout";
import { checkRow } from "./row-checks";
import type { TableRow } from "./table-row";
import type { Table } from "./tables";

type Report = (problem: Problem) => void;

/** The tables without what they repeat: one for each measure, with the first print of each row. */
export function mergeTables(file: string, tables: readonly Table[], report: Report): Table[] {
  const merged = new Map<string, Table>();
  for (const table of tables) {
    const key = JSON.stringify([table.measure, table.splits]);
    const target = merged.get(key) ?? { ...table, rows: [] };
    merged.set(key, target);
    const printed = new Map(target.rows.map((row) => [row.name, row]));
    for (const row of table.rows) {
      const earlier = printed.get(row.name);
      if (!earlier) {
        target.rows.push(row);
        printed.set(row.name, row);
      } else if (said(earlier) !== said(row) || earlier.line >= table.head) {
        const message = `"${row.name}" stands in line ${earlier.line} already${said(earlier) === said(row) ? "" : " with something else"}: this row is left out.`;
        report({ file, line: row.line, column: row.column, message, level: "warning" });
      }
    }
  }
  return [...merged.values()];
}

function said({ date, cells, trainingScale }: TableRow): string {
  return JSON.stringify([date, cells.map(({ text }) => text), trainingScale]);
}

/**
 * The descriptions without those that a later print repeats. Within one print, entries that are word for word the same
 * are entries of their own.
 */
export function mergeDescriptions(
  file: string,
  prints: readonly Description[][],
  report: Report,
): Description[] {
  const merged: Description[] = [];
  for (const print of prints) {
    const before = [...merged];
    const named = new Map(before.map((description) => [description.name, description]));
    for (const description of print) {
      const repeated = before.findIndex((other) => content(other) === content(description));
      if (repeated !== -1) before.splice(repeated, 1);
      else if (description.name !== null && named.has(description.name)) {
        const line = named.get(description.name)?.first.number;
        const message = `"${description.name}" is described in line ${line} already, in other words: this text is left out.`;
        report({ ...placeOf(file, description.first), message, level: "warning" });
      } else {
        merged.push(description);
        named.set(description.name, description);
      }
    }
  }
  return merged;
}

function content({ name, lines }: Description): string {
  return JSON.stringify([name, lines.map(({ text }) => text)]);
}

/** One submission as the tables show it: its first row, and its row on each measure. */
export interface TabledSubmission {
  row: TableRow;
  rows: { table: Table; row: TableRow }[];
}

/** What to tell of the rows that were kept. */
export function checkRows(file: string, tables: readonly Table[]): Problem[] {
  return tables.flatMap(({ rows, splits }) => rows.flatMap((row) => checkRow(file, row, splits)));
}

/** The rows of all tables by name. Dates and sizes are those of the first; others are told to `report`. */
export function submissionsOf(
  file: string,
  tables: readonly Table[],
  report: Report,
): Map<string, TabledSubmission> {
  const submissions = new Map<string, TabledSubmission>();
  for (const table of tables) {
    for (const row of table.rows) {
      const known = submissions.get(row.name);
      if (!known) {
        submissions.set(row.name, { row, rows: [{ table, row }] });
        continue;
      }
      known.rows.push({ table, row });
      if (known.row.submittedOn !== row.submittedOn || known.row.trainingScale !== row.trainingScale) {
        const message = `"${row.name}" has another date or size than in line ${known.row.line}: the first is kept.`;
        report({ file, line: row.line, column: row.column, message, level: "warning" });
      }
    }
  }
  return submissions;
}

/** Who reported the scores of a row, as far as its name says. */
export function reportedByAuthor(name: string): boolean {
  return LAYOUT.reportedByAuthor.test(name);
}
