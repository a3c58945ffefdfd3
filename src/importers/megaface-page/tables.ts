import type { Place, Problem } from "../problem";
import { LAYOUT } from "./page-layout";
import type { PageLine } from "./page-lines";
import { measureOf, type Panel } from "./panels";
import { readRow, type TableRow } from "./table-row";

/** A table about one measure. */
export interface Table {
  measure: string;
  head: number;
  splits: string[];
  rows: TableRow[];
}

/** Reads the table of a panel; null when nothing says what it is about. What cannot be used is told to `report`. */
export function readTable(file: string, panel: Panel, report: (problem: Problem) => void): Table | null {
  const warn = (place: Omit<Place, "file">, message: string) =>
    report({ file, ...place, message, level: "warning" });
  const head = { line: panel.head.number, column: panel.head.indent + 1 };
  const rows = panel.table.flatMap((line) => rowOf(line, warn));
  const measure = measureOf(panel);
  if (measure === null) {
    const known = LAYOUT.measures.join(" or ");
    const message = `neither a title above this table nor a heading below says whether it is about ${known}: its rows are left out, ${rows.length} in all.`;
    warn(head, message);
    return null;
  }
  if (!panel.title) {
    warn(
      head,
      `this table has no title. That it is about ${measure} is said by the headings that close its panel.`,
    );
  }
  const places = LAYOUT.tableHead.exec(panel.head.text)?.groups?.splits ?? "";
  return {
    measure,
    head: panel.head.number,
    splits: [...(places.match(LAYOUT.splitName) ?? [places])],
    rows,
  };
}

type Warn = (place: Omit<Place, "file">, message: string) => void;

function rowOf(line: PageLine, warn: Warn): TableRow[] {
  const place = { line: line.number, column: line.indent + 1 };
  const row = readRow(line);
  const belongs = line.blanksAbove === 0;
  if (!row || (!belongs && row.trainingScale === null)) {
    if (belongs)
      warn(place, "no row: a row is a name, a date as month/day/year, numbers and a size. It is left out.");
    return [];
  }
  if (row.name === "") {
    warn(place, "the row has no name in front of its date: it is left out.");
    return [];
  }
  return [row];
}
