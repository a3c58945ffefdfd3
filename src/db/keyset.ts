import { groupBy } from "../common/loader";
import type { Page } from "../common/pagination/connection";
import { type CursorKey, type CursorPartType, decodeCursor, encodeCursor } from "../common/pagination/cursor";
import type { PageRequest } from "../common/pagination/page-args";
import type { Database } from "./database";
import { empty, join, raw, type Sql, sql } from "./sql";

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

/** A list read for many parents at once. */
export interface KeysetQuery {
  /** Common table expressions (`WITH ...`) that the body refers to, if any. */
  with?: Sql;
  /** What is selected. */
  columns: Sql;
  /** `FROM ... WHERE ...`, with at least one condition; may refer to the parent as `parent.id`. */
  body: Sql;
  order: Order;
  /** Where it is known: the row's number in this very order, by which rows are then sorted. */
  place?: Sql;
  /** What is true of every row beyond a cursor's key, for an index to find the first of them. */
  reach?: (key: CursorKey, reversed: boolean) => Sql;
  /** `JOIN ...` that leaves the parents that can be answered, and the length of a parent's list. */
  parents?: { join: Sql; total: Sql };
}

const CASTS: Record<CursorPartType, string> = {
  numeric: "numeric",
  text: "text",
  date: "date",
  integer: "integer",
};

/** The expression a list is sorted by: text goes by code point, whatever the database's collation. */
function sortable({ expression, type }: OrderTerm): Sql {
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
  if (others.length === 0 && (reversed || term.required)) return further;
  if (reversed || term.required) {
    return sql`(${column} ${raw(`${operator}=`)} ${bound} AND (${further} OR ${rest}))`;
  }
  return sql`(${further} OR ${column} IS NULL OR (${column} = ${bound} AND ${rest}))`;
}

/** A cursor belongs to one list of one parent: elsewhere it would point to an arbitrary place. */
function listOf(order: Order, parentIds: readonly number[]): string {
  return `${order.list}/${parentIds.join("+")}`;
}

function cursorBounds({ order, reach }: KeysetQuery, parentIds: readonly number[], page: PageRequest): Sql[] {
  const types = order.terms.map((term) => term.type);
  const bounds: Sql[] = [];
  for (const [argument, cursor] of [
    ["after", page.after],
    ["before", page.before],
  ] as const) {
    if (cursor === null) continue;
    const reversed = argument === "before";
    const key = decodeCursor(argument, cursor, listOf(order, parentIds), types);
    bounds.push(beyond(order.terms, key, reversed));
    if (reach) bounds.push(reach(key, reversed));
  }
  return bounds;
}

function sortClause(terms: readonly OrderTerm[], reversed: boolean, name: (i: number) => Sql): Sql {
  return join(
    terms.map((term, i) => {
      const descending = (term.descending ?? false) !== reversed;
      return sql`${name(i)} ${raw(descending ? "DESC" : "ASC")} ${raw(reversed ? "NULLS FIRST" : "NULLS LAST")}`;
    }),
  );
}

/** `ORDER BY` of an order's terms, where no key is at hand. */
export function orderBy({ terms }: Order): Sql {
  return sql`ORDER BY ${sortClause(terms, false, (i) => sortable(terms[i]))}`;
}

const KEYS = "key";
const PLACE = raw("place");

function pagesStatement(query: KeysetQuery, parentIds: readonly number[], page: PageRequest): Sql {
  const { terms } = query.order;
  const bounds = cursorBounds(query, parentIds, page);
  const keys = terms.map((term, i) => sql`${sortable(term)} AS ${raw(`${KEYS}${i}`)}`);
  const byPlace = (of: Sql) => sql`${of} ${raw(page.fromEnd ? "DESC" : "ASC")}`;
  const byKeys = (of: string) => sortClause(terms, page.fromEnd, (i) => raw(`${of}${KEYS}${i}`));
  const { place, parents } = query;
  return sql`${query.with ?? empty}
    SELECT page.*, parent.id AS "parentId" ${parents ? sql`, ${parents.total} AS "parentTotal"` : empty}
    FROM unnest(${[...parentIds]}::integer[]) WITH ORDINALITY AS parent(id, place) ${parents?.join ?? empty}
    LEFT JOIN LATERAL (
      SELECT ${query.columns}, ${join(keys)} ${place ? sql`, ${place} AS ${PLACE}` : empty}
      ${query.body} ${bounds.length ? sql`AND ${join(bounds, " AND ")}` : empty}
      ORDER BY ${place ? byPlace(place) : byKeys("")}
      LIMIT ${page.size + 1}
    ) AS page ON true
    ORDER BY parent.place, ${place ? byPlace(sql`page.${PLACE}`) : byKeys("page.")}`;
}

type KeyRow = { parentId: number; parentTotal?: number; [key: `${typeof KEYS}${number}`]: unknown };

/**
 * Reads one page of a list for each parent, in one statement. Throws BAD_USER_INPUT for a cursor that is broken or
 * of another list. A parent that cannot be answered is not in the answer.
 */
export async function readPages<Row extends object>(
  db: Database,
  parentIds: readonly number[],
  query: KeysetQuery,
  page: PageRequest,
): Promise<Map<number, Page<Row>>> {
  const rows = await db.rows<Row & KeyRow>(pagesStatement(query, parentIds, page));
  const byParent = groupBy(rows, (row) => row.parentId);
  return new Map(
    [...byParent].map(([parent, rows]) => [
      parent,
      toPage(rows, query.order, listOf(query.order, [parent]), page),
    ]),
  );
}

function keyOf(row: KeyRow, { terms }: Order): CursorKey {
  return terms.map((_, i) => {
    const part = row[`${KEYS}${i}`] as string | number | null;
    return part === null ? null : String(part);
  });
}

/** Cuts the row that only tells whether there are more, and puts a page read from the end in order. */
function toPage<Row extends object>(
  rows: (Row & KeyRow)[],
  order: Order,
  list: string,
  page: PageRequest,
): Page<Row> {
  // A parent without rows stands there alone.
  const isAlone = keyOf(rows[0], order).every((part) => part === null);
  const more = rows.length > page.size;
  const kept = isAlone ? [] : more ? rows.slice(0, page.size) : rows;
  if (page.fromEnd) kept.reverse();
  return {
    rows: kept,
    cursor: (i) => encodeCursor(list, keyOf(kept[i], order)),
    // What a cursor names lies beyond the page on its side, however the page is counted.
    hasNextPage: page.before !== null || (!page.fromEnd && !isAlone && more),
    hasPreviousPage: page.after !== null || (page.fromEnd && !isAlone && more),
    total: rows[0].parentTotal,
  };
}

/** The page of a parent that has no rows. */
export function emptyPage<Row>(page: PageRequest): Page<Row> {
  return {
    rows: [],
    cursor: () => "",
    hasNextPage: page.before !== null,
    hasPreviousPage: page.after !== null,
  };
}
