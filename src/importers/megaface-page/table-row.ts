import { isCalendarDate } from "../../common/date-scalar";
import { TrainingScale } from "../../domain/submission/submission.entity";
import { LAYOUT } from "./page-layout";
import type { PageLine } from "./page-lines";

/** A number of a row as printed, and its column. */
export interface Cell {
  text: string;
  column: number;
}

/** A row of a table. */
export interface TableRow {
  line: number;
  column: number;
  name: string;
  date: string;
  /** Null when the date is no day of the calendar. */
  submittedOn: string | null;
  /** By position: the first is that of the first split. */
  cells: Cell[];
  trainingScale: TrainingScale | null;
}

// The last date counts: what stands before it is the name, size words included.
const ROW =
  /^(?<name>.*?)(?<!\S)(?<date>\d{1,2}\/\d{1,2}\/\d{4})(?!\S)(?<rest>(?:(?!\d{1,2}\/\d{1,2}\/\d{4}).)*)$/;

/** Reads a line as a row, from its date outwards; null when it has none and so is no row. */
export function readRow({ number, text, indent }: PageLine): TableRow | null {
  const { name, date, rest } = ROW.exec(text)?.groups ?? {};
  if (date === undefined) return null;
  const first = text.length - rest.length;
  const cells = [...rest.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    column: indent + first + match.index + 1,
  }));
  const size = cells.at(-1)?.text.toLowerCase() ?? "";
  const sized = Object.hasOwn(LAYOUT.size, size);
  if (sized) cells.pop();
  return {
    line: number,
    column: indent + 1,
    name: name.trim(),
    date,
    submittedOn: readDate(date),
    cells,
    trainingScale: sized ? TrainingScale[LAYOUT.size[size as keyof typeof LAYOUT.size]] : null,
  };
}

/** Month/day/year, padded or not. */
function readDate(text: string): string | null {
  const [month, day, year] = text.split("/");
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDate(date) ? date : null;
}
