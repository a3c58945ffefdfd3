import { type CursorKey, type CursorPartType, decodeCursor } from "../common/pagination/cursor";
import type { PageRequest } from "../common/pagination/page-args";
import { raw, type Sql, sql } from "./sql";

/** One term of an order. Rows without a value come last, whichever the direction. */
export interface OrderTerm {
  expression: Sql;
  type: CursorPartType;
  descending?: boolean;
  /** That every row has a value here, so that an index can lead to where a page begins. */
  required?: boolean;
}

/** A total order of a list: its last term must be unique. `list` names the list in its cursors. */
export interface Order {
  list: string;
  terms: OrderTerm[];
}

/** The numbers of rows in an order. */
export interface Places {
  column: Sql;
  /** Selects the number of the first row that fulfils a condition, or of the last when reversed. */
  first: (condition: Sql, reversed: boolean) => Sql;
}

const CASTS: Record<CursorPartType, string> = {
  numeric: "numeric",
  text: "text",
  date: "date",
  integer: "integer",
};

/** The expression a list is sorted by: text goes by code point, whatever the database's collation. */
export function sortable({ expression, type }: OrderTerm): Sql {
  return type === "text" ? sql`(${expression}) COLLATE "C"` : sql`(${expression})`;
}

/**
 * The condition that a row stands after the key, or before it when reversed. Where it can be, it begins with a bound on
 * the first term, at which a scan of an index begins: alternatives would be looked for among all rows.
 */
function beyond(terms: readonly OrderTerm[], key: CursorKey, reversed: boolean): Sql {
  if (terms.length === 0) return raw("false");
  const [term, ...others] = terms;
  const [value] = key;
  const column = sortable(term);
  const rest = beyond(others, key.slice(1), reversed);
  // Missing values stand last: nothing follows them, everything else precedes them.
  if (value === null) {
    return reversed ? sql`(${column} IS NOT NULL OR ${rest})` : sql`(${column} IS NULL AND ${rest})`;
  }
  const bound = sql`${value}::${raw(CASTS[term.type])}`;
  const operator = (term.descending ?? false) !== reversed ? "<" : ">";
  const further = sql`${column} ${raw(operator)} ${bound}`;
  if (!reversed && !term.required) {
    return sql`(${further} OR ${column} IS NULL OR (${column} = ${bound} AND ${rest}))`;
  }
  if (others.length === 0) return further;
  return sql`(${column} ${raw(`${operator}=`)} ${bound} AND (${further} OR ${rest}))`;
}

/** The same in alternatives that exclude each other, for each of which an index can be scanned: those without a value last. */
function alternativesBeyond(
  [first, ...others]: readonly OrderTerm[],
  key: CursorKey,
  reversed: boolean,
): Sql[] {
  if (first.required || reversed || key[0] === null) return [beyond([first, ...others], key, reversed)];
  return [beyond([{ ...first, required: true }, ...others], key, reversed), sql`${sortable(first)} IS NULL`];
}

/**
 * What the cursors of a page bound a list to: alternatives that exclude each other, of conditions that hold together.
 * Throws BAD_USER_INPUT for a cursor that is broken or of another list.
 */
export function cursorBounds(
  { terms }: Order,
  places: Places | undefined,
  list: string,
  page: PageRequest,
): Sql[][] {
  const types = terms.map((term) => term.type);
  let bounds: Sql[][] = [[]];
  for (const [argument, cursor] of [
    ["after", page.after],
    ["before", page.before],
  ] as const) {
    if (cursor === null) continue;
    const reversed = argument === "before";
    const key = decodeCursor(argument, cursor, list, types);
    const alternatives = places
      ? [
          sql`${places.column} ${raw(reversed ? "<=" : ">=")} (${places.first(beyond(terms, key, reversed), reversed)})`,
        ]
      : alternativesBeyond(terms, key, reversed);
    bounds = bounds.flatMap((conditions) => alternatives.map((each) => [...conditions, each]));
  }
  return bounds;
}
