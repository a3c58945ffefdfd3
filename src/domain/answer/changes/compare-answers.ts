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
  const matchedBy = keys?.by ?? "position";
  const placesBefore = new Map(before.map((row, i) => [keyOf(row, i), i]));
  const keysAfter = after.map(keyOf);
  /** Where those were that have the same values still. */
  const same: number[] = [];
  const changes = after.flatMap((row, i): RowChange[] => {
    const key = keysAfter[i];
    const place = placesBefore.get(key);
    const change = { list, matchedBy, row: key, positionAfter: i + 1, values: [], before: null, after: null };
    if (place === undefined) {
      return [{ ...change, kind: ChangeKind.ADDED, positionBefore: null, after: row }];
    }
    const values: ValueChange[] = [];
    const within: RowChange[] = [];
    compareValues(before[place], row, shape, { way: "", list: `${list}[${key}]`, values, rows: within });
    const isSame = values.length === 0;
    if (isSame) same.push(place);
    const kind = isSame ? ChangeKind.MOVED : ChangeKind.CHANGED;
    return [{ ...change, kind, positionBefore: place + 1, values }, ...within];
  });
  // A row that has changed stands elsewhere for that reason: what is out of order is told of the others.
  const moved = outOfOrder(same);
  const told = changes.filter(
    ({ kind, list: of, positionBefore }) =>
      kind !== ChangeKind.MOVED || of !== list || moved.has((positionBefore ?? 0) - 1),
  );
  const still = new Set(keysAfter);
  const removed = before.flatMap((row, i): RowChange[] => {
    const key = keyOf(row, i);
    if (still.has(key)) return [];
    const place = { positionBefore: i + 1, positionAfter: null };
    return [
      { list, matchedBy, row: key, ...place, kind: ChangeKind.REMOVED, values: [], before: row, after: null },
    ];
  });
  return [...told, ...removed];
}
