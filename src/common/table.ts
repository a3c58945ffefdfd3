/** What the cells of a column hold. */
export type ColumnKind = "text" | "number" | "count" | "rank" | "date" | "link" | "list";

/** Which of two values of a column is the better one. */
export type Better = "higher" | "lower";

export interface TableColumn {
  /** Its name for programs; unique within the table. */
  key: string;
  /** Its name for people. */
  heading: string;
  kind: ColumnKind;
  align: "left" | "right" | "center";
  /** Which values of it are better; the best and the second best of them are then marked. */
  better?: Better | null;
  /** Whether the rows come with its best values first, so that they can be marked as they come. */
  bestFirst?: boolean;
  /** Whether its cells name the row that they stand in. */
  namesRow?: boolean;
}

/** One of several things in a cell. */
export interface ListItem {
  text: string;
  /** Keys of the table's marks that it bears. */
  marks?: readonly string[];
}

/** One thing in a cell: its text as published, the exact decimal that it is compared by, where it leads to. */
export interface SingleCell {
  text: string;
  exact?: string | null;
  url?: string | null;
}

/** What a cell holds; null is what is not known. */
export type Cell = SingleCell | { items: readonly ListItem[] } | null;

/** The cells of a row, one for each column. */
export type TableRow = readonly Cell[];

/** Something to be said of items by a sign that they bear. */
export interface TableMark {
  key: string;
  /** A letter or two. */
  sign: string;
  meaning: string;
}

/** A table that can be written in any format. */
export interface Table {
  /** What files of it are called, but for their ending; written in any way. */
  name: string;
  caption: string;
  /** By what a text refers to it. */
  label: string;
  /** What must be known to read it: the rule, the date, the revision. */
  notes: readonly string[];
  columns: readonly TableColumn[];
  marks: readonly TableMark[];
  rows: Iterable<TableRow> | AsyncIterable<TableRow>;
  /** How many rows there are, where that is known beforehand. */
  rowCount: number | null;
}

/** The items of a cell that holds several things; null of any other. */
export function itemsOf(cell: Cell): readonly ListItem[] | null {
  return cell && "items" in cell ? cell.items : null;
}

/** Whether there is nothing in a cell that could be written. */
export function isMissing(cell: Cell): cell is null {
  return cell === null || itemsOf(cell)?.length === 0 || (!("items" in cell) && cell.text.trim() === "");
}
