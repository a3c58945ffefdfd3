import { groupBy } from "../common/loader";
import type { Page } from "../common/pagination/connection";
import { type CursorPartType, decodeCursor, encodeCursor } from "../common/pagination/cursor";
import type { PageRequest } from "../common/pagination/page-args";
import type { Database } from "./database";
import { empty, join, raw, type Sql, sql } from "./sql";

/** One term of an order. Rows without a value come last, whichever the direction. */
export interface OrderTerm {
  expression: Sql;
  type: CursorPartType;
  descending?: boolean;
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
}

const CASTS: Record<CursorPartType, string> = {
  numeric: "numeric",
  text: "text",
  date: "date",
  integer: "integer",
};

type KeyRow = { parentId: number; cursorKey: (string | null)[] };

/** The expression a list is sorted by: text goes by code point, whatever the database's collation. */
function sortable({ expression, type }: OrderTerm): Sql {
  return type === "text" ? sql`(${expression}) COLLATE "C"` : sql`(${expression})`;
}

/** The condition that a row stands after the key, or before it when reversed. */
function beyond(terms: OrderTerm[], key: (string | null)[], reversed: boolean): Sql {
  const alternatives: Sql[] = [];
  const equal: Sql[] = [];
  for (const [i, term] of terms.entries()) {
    const value = key[i];
    const column = sortable(term);
    const bound = sql`${value}::${raw(CASTS[term.type])}`;
    const operator = raw((term.descending ?? false) !== reversed ? "<" : ">");
    // Missing values stand last: nothing follows them, everything else precedes them.
    if (value === null) {
      if (reversed) alternatives.push(join([...equal, sql`${column} IS NOT NULL`], " AND "));
      equal.push(sql`${column} IS NULL`);
    } else {
      const further = reversed
        ? sql`${column} ${operator} ${bound}`
        : sql`(${column} ${operator} ${bound} OR ${column} IS NULL)`;
      alternatives.push(join([...equal, further], " AND "));
      equal.push(sql`${column} = ${bound}`);
    }
  }
  return alternatives.length ? sql`(${join(alternatives, " OR ")})` : sql`false`;
}

/** A cursor belongs to one list of one parent: elsewhere it would point to an arbitrary place. */
function listOf(order: Order, parentIds: readonly number[]): string {
  return `${order.list}/${parentIds.join("+")}`;
}

function cursorBounds(order: Order, parentIds: readonly number[], page: PageRequest): Sql[] {
  const types = order.terms.map((term) => term.type);
  const bounds: Sql[] = [];
  for (const [argument, cursor] of [
    ["after", page.after],
    ["before", page.before],
  ] as const) {
    if (cursor === null) continue;
    const key = decodeCursor(argument, cursor, listOf(order, parentIds), types);
    bounds.push(beyond(order.terms, key, argument === "before"));
  }
  return bounds;
}

function sortClause(terms: OrderTerm[], reversed: boolean, name: (i: number) => Sql): Sql {
  return join(
    terms.map((term, i) => {
      const descending = (term.descending ?? false) !== reversed;
      return sql`${name(i)} ${raw(descending ? "DESC" : "ASC")} ${raw(reversed ? "NULLS FIRST" : "NULLS LAST")}`;
    }),
  );
}

/**
 * Reads one page of a list for each parent, in one statement. Throws BAD_USER_INPUT for a cursor that is broken or
 * of another list. A parent without rows is not in the answer.
 */
export async function readPages<Row extends object>(
  db: Database,
  parentIds: readonly number[],
  query: KeysetQuery,
  page: PageRequest,
): Promise<Map<number, Page<Row>>> {
  const { terms } = query.order;
  const bounds = cursorBounds(query.order, parentIds, page);
  const keys = terms.map((_, i) => raw(`key${i}`));
  const statement = sql`${query.with ?? empty}
    SELECT page.*, parent.id AS "parentId", ARRAY[${join(keys.map((key) => sql`page.${key}::text`))}] AS "cursorKey"
    FROM unnest(${[...parentIds]}::integer[]) WITH ORDINALITY AS parent(id, place)
    CROSS JOIN LATERAL (
      SELECT ${query.columns}, ${join(terms.map((term, i) => sql`${sortable(term)} AS ${keys[i]}`))}
      ${query.body} ${bounds.length ? sql`AND ${join(bounds, " AND ")}` : empty}
      ORDER BY ${sortClause(terms, page.fromEnd, (i) => keys[i])}
      LIMIT ${page.size + 1}
    ) AS page
    ORDER BY parent.place, ${sortClause(terms, page.fromEnd, (i) => sql`page.${keys[i]}`)}`;
  const byParent = groupBy(await db.rows<Row & KeyRow>(statement), (row) => row.parentId);
  return new Map(
    [...byParent].map(([parent, rows]) => [parent, toPage(rows, listOf(query.order, [parent]), page)]),
  );
}

/** Cuts the row that only tells whether there are more, and puts a page read from the end in order. */
function toPage<Row extends object>(rows: (Row & KeyRow)[], list: string, page: PageRequest): Page<Row> {
  const more = rows.length > page.size;
  const kept = more ? rows.slice(0, page.size) : rows;
  if (page.fromEnd) kept.reverse();
  return {
    rows: kept,
    cursors: kept.map((row) => encodeCursor(list, row.cursorKey)),
    // What a cursor names lies beyond the page on its side, however the page is counted.
    hasNextPage: page.before !== null || (!page.fromEnd && more),
    hasPreviousPage: page.after !== null || (page.fromEnd && more),
  };
}

/** The page of a parent that has no rows. */
export function emptyPage<Row>(page: PageRequest): Page<Row> {
  return {
    rows: [],
    cursors: [],
    hasNextPage: page.before !== null,
    hasPreviousPage: page.after !== null,
  };
}
