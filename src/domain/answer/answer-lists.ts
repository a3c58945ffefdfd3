import type { Cell, TableColumn, TableRow } from "../../common/table";

type Row = Readonly<Record<string, unknown>>;

/** A list of an answer, as the columns and rows of a table. */
export interface AnswerList {
  /** The way to it in the answer. */
  path: string;
  columns: TableColumn[];
  rows: TableRow[];
}

/** An answer taken apart: its outermost lists, and what stands beside them. */
export interface AnswerParts {
  lists: AnswerList[];
  values: { path: string; value: unknown }[];
}

const isObject = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isListOfRows = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.length > 0 && value.every((each) => each === null || isObject(each));

/** Takes an answer apart. Lists within rows stand in one cell. */
export function partsOf(data: unknown): AnswerParts {
  const parts: AnswerParts = { lists: [], values: [] };
  const see = (value: unknown, path: string): void => {
    if (isListOfRows(value)) parts.lists.push(listOf(value, path));
    else if (isObject(value)) {
      for (const [name, each] of Object.entries(value)) see(each, path ? `${path}.${name}` : name);
    } else parts.values.push({ path, value });
  };
  see(data, "");
  return parts;
}

function listOf(rows: readonly (Row | null)[], path: string): AnswerList {
  const flat = rows.map((row) => flattened(row ?? {}));
  const keys = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  const columns = keys.map((key) => columnOf(key, flat));
  return { path, columns, rows: flat.map((row) => keys.map((key) => cellOf(row.get(key)))) };
}

/** The values of a row by the ways to them. */
function flattened(row: Row): Map<string, unknown> {
  const values = new Map<string, unknown>();
  const see = (value: unknown, way: string): void => {
    if (!isObject(value)) {
      values.set(way, value);
      return;
    }
    for (const [name, each] of Object.entries(value)) see(each, way ? `${way}.${name}` : name);
  };
  see(row, "");
  return values;
}

function columnOf(key: string, rows: readonly Map<string, unknown>[]): TableColumn {
  const values = rows.map((row) => row.get(key)).filter((value) => value != null);
  const isNumber = values.length > 0 && values.every((value) => typeof value === "number");
  const isList = values.some(Array.isArray);
  return {
    key,
    heading: key.replaceAll(".", " "),
    kind: isNumber ? "number" : isList ? "list" : "text",
    align: isNumber ? "right" : "left",
  };
}

/** What stands in a cell; null is what is not known. */
function cellOf(value: unknown): Cell {
  if (value == null) return null;
  if (Array.isArray(value)) return { items: value.map((each) => ({ text: textOf(each) })) };
  return { text: textOf(value) };
}

/** A value in a line: of an object, its values. */
export function textOf(value: unknown): string {
  if (value == null) return "–";
  if (typeof value !== "object") return String(value);
  const values = Array.isArray(value) ? value : [...flattened(value as Row).values()];
  return values.map(textOf).join(" ");
}
