import type { AnswerShape } from "./answer-shape";

/** An object of an answer. */
export type Row = Readonly<Record<string, unknown>>;

/** By what the rows of a list are told apart, and the key of each. */
export interface RowKeys {
  /** The way to it within a row, such as `id` or `submission.id`. */
  by: string;
  keyOf: (row: Row) => string;
}

/** Fields that name a thing for good. */
const NAMING = ["id", "slug"];

/** A thing that a row is about stands so deep in it. */
const DEEPEST = 3;

export const isRow = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * By what rows can be found again in another answer: the first id or slug, of the row itself or of what stands in it, that
 * each row of both lists has and no two have alike. Undefined where there is none.
 */
export function rowKeys(lists: readonly (readonly Row[])[], shape: AnswerShape): RowKeys | undefined {
  for (const way of ways(shape)) {
    const keyOf = (row: Row) => valueAt(row, way);
    if (lists.every((rows) => tellsApart(rows, keyOf))) {
      return { by: way.join("."), keyOf: (row) => String(keyOf(row)) };
    }
  }
  return undefined;
}

function tellsApart(rows: readonly Row[], keyOf: (row: Row) => unknown): boolean {
  const keys = rows.map(keyOf);
  return (
    keys.every((key) => typeof key === "string" || typeof key === "number") &&
    new Set(keys.map(String)).size === keys.length
  );
}

function valueAt(row: Row, way: readonly string[]): unknown {
  let value: unknown = row;
  for (const name of way) value = isRow(value) ? value[name] : undefined;
  return value;
}

/** The ways to ids and slugs, the shortest first. */
function ways(shape: AnswerShape): string[][] {
  const found: string[][] = [];
  let level: { way: string[]; shape: AnswerShape }[] = [{ way: [], shape }];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    for (const naming of NAMING) {
      for (const { way, shape } of level) {
        for (const [name, { field }] of shape) if (field === naming) found.push([...way, name]);
      }
    }
    level = level.flatMap(({ way, shape }) =>
      [...shape]
        .filter(([, under]) => under.shape.size > 0)
        .map(([name, under]) => ({ way: [...way, name], shape: under.shape })),
    );
  }
  return found;
}
