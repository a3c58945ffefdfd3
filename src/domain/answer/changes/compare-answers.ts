import { canonicalJson } from "../../../common/canonical-json";
import type { AnswerShape } from "./answer-shape";
import { ChangeKind, type RowChange, type ValueChange } from "./changes.types";
import { outOfOrder } from "./moved";
import { isRow, type Row, rowKeys } from "./row-keys";

const EMPTY: AnswerShape = new Map();

const jsonOf = (value: unknown) => canonicalJson(value ?? null, Number.POSITIVE_INFINITY);

const isListOfRows = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.length > 0 && value.every(isRow);

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

/** What differs between two answers of one query, row by row. Within a row that is there in both, value by value. */
export function compareAnswers(before: unknown, after: unknown, shape: AnswerShape): RowChange[] {
  const rows: RowChange[] = [];
  const values: ValueChange[] = [];
  compareValues(before, after, shape, { way: "", list: "", values, rows });
  if (values.length === 0) return rows;
  const outside = { list: null, matchedBy: null, row: null, positionBefore: null, positionAfter: null };
  return [{ ...outside, kind: ChangeKind.CHANGED, values, before: null, after: null }, ...rows];
}

interface Place {
  /** The way from the row, or from the answer. */
  way: string;
  /** The way to the row from the answer. */
  list: string;
  /** Takes what is found in the row. */
  values: ValueChange[];
  /** Takes what is found of the rows of lists. */
  rows: RowChange[];
}

const joined = (way: string, name: string) => (way ? `${way}.${name}` : name);

function compareValues(before: unknown, after: unknown, shape: AnswerShape, place: Place): void {
  const { way, list, values, rows } = place;
  if (isRow(before) && isRow(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const under = shape.get(name)?.shape ?? EMPTY;
      compareValues(before[name], after[name], under, { ...place, way: joined(way, name) });
    }
  } else if (
    (isListOfRows(before) && (isListOfRows(after) || isEmptyList(after))) ||
    (isEmptyList(before) && isListOfRows(after))
  ) {
    rows.push(...compareLists(before as Row[], after as Row[], shape, joined(list, way)));
  } else if (jsonOf(before) !== jsonOf(after)) {
    values.push({ path: way, before: before ?? null, after: after ?? null });
  }
}

function compareLists(
  before: readonly Row[],
  after: readonly Row[],
  shape: AnswerShape,
  list: string,
): RowChange[] {
  const keys = rowKeys([before, after], shape);
  const keyOf = (row: Row, i: number) => keys?.keyOf(row) ?? String(i + 1);
  const changes: RowChange[] = [];
  const placesBefore = new Map(before.map((row, i) => [keyOf(row, i), i]));
  const keysAfter = after.map(keyOf);
  const moved = outOfOrder(keysAfter.flatMap((key) => placesBefore.get(key) ?? []));
  const matchedBy = keys?.by ?? "position";
  for (const [i, row] of after.entries()) {
    const key = keysAfter[i];
    const place = placesBefore.get(key);
    const change = { list, matchedBy, row: key, positionAfter: i + 1, values: [], before: null, after: null };
    if (place === undefined) {
      changes.push({ ...change, kind: ChangeKind.ADDED, positionBefore: null, after: row });
      continue;
    }
    const values: ValueChange[] = [];
    const within: RowChange[] = [];
    compareValues(before[place], row, shape, { way: "", list: `${list}[${key}]`, values, rows: within });
    const known = { ...change, positionBefore: place + 1 };
    if (values.length > 0) changes.push({ ...known, kind: ChangeKind.CHANGED, values });
    else if (moved.has(place)) changes.push({ ...known, kind: ChangeKind.MOVED });
    changes.push(...within);
  }
  const still = new Set(keysAfter);
  for (const [i, row] of before.entries()) {
    const key = keyOf(row, i);
    if (still.has(key)) continue;
    const gone = { list, matchedBy, row: key, positionBefore: i + 1, positionAfter: null, values: [] };
    changes.push({ ...gone, kind: ChangeKind.REMOVED, before: row, after: null });
  }
  return changes;
}
