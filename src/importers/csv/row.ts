import type { Place, Problem } from "../problem";

/** What stands in one column of a row; null where there is no value. */
export interface Cell {
  text: string | null;
  place: Place;
  /** The texts of a list, of which `text` is all together. */
  items?: readonly string[];
}

/** One record of a table. */
export interface Row {
  place: Place;
  columns: readonly string[];
  /** Undefined where the row has no such column. */
  cell(column: string): Cell | undefined;
}

/** The columns that all rows of a table have. */
export interface Columns {
  /** Names that stand for one column each. */
  names: readonly string[];
  /** Names that stand for several, so for none. */
  repeated: readonly string[];
  /** By name, or by position as "#1". */
  has(column: string): boolean;
}

/** What comes out of a table: a row, a problem, or once, before the rows, their columns. */
export type TablePart = { row: Row } | { problem: Problem } | { columns: Columns };
