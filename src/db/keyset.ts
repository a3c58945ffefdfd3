import { groupBy } from "../common/loader";
import type { Page } from "../common/pagination/connection";
import { type CursorKey, encodeCursor } from "../common/pagination/cursor";
import type { PageRequest } from "../common/pagination/page-args";
import { asRowsOf, type RowClass } from "./columns";
import type { Database } from "./database";
import { cursorBounds, type Order, type OrderTerm, type Places, sortable } from "./keyset-bounds";
import { parentsOf } from "./predicates";
import { empty, join, raw, type Sql, sql } from "./sql";

export type { Order, OrderTerm } from "./keyset-bounds";

/** A list read for many parents at once. */
export interface KeysetQuery {
  /** What the rows become; plain objects when not given. */
  type?: RowClass;
  /** Common table expressions (`WITH ...`) that the body refers to, if any. */
  with?: Sql;
  /** What is selected. */
  columns: Sql;
  /**
   * `FROM ... WHERE ...`, with at least one condition; may refer to the parent as `parent.id`. Several exclude each other
   * and make the list together: each is read only as far as the page may go.
   */
  body: Sql | readonly Sql[];
  order: Order;
  /** Columns of what hangs on each row of a page, and the `LEFT JOIN ...` that bring it, by `page.*`. */
  linked?: { columns: Sql; joins: Sql };
  /** Where each row's number in this very order is known, by which rows are then found and sorted. */
  places?: Places;
  /** `JOIN ...` that leaves the parents that can be answered, and the length of a parent's list. */
  parents?: { join: Sql; total: Sql };
}

/** A cursor belongs to one list of one parent: elsewhere it would point to an arbitrary place. */
function listOf(order: Order, parentIds: readonly number[]): string {
  return `${order.list}/${parentIds.join("+")}`;
}

function sortClause(terms: readonly OrderTerm[], reversed: boolean, name: (i: number) => Sql): Sql {
  return join(
    terms.map((term, i) => {
      const descending = (term.descending ?? false) !== reversed;
      const nulls = term.required ? "" : reversed ? "NULLS FIRST" : "NULLS LAST";
      return sql`${name(i)} ${raw(`${descending ? "DESC" : "ASC"} ${nulls}`)}`;
    }),
  );
}

/** `ORDER BY` of an order's terms, where no key is at hand. */
export function orderBy({ terms }: Order): Sql {
  return sql`ORDER BY ${sortClause(terms, false, (i) => sortable(terms[i]))}`;
}

const KEYS = "key";
const PLACE = raw("place");

/** The size stands in the text: not knowing it, the planner thinks that planning anew each time was better. */
function pagesStatement(query: KeysetQuery, parentIds: readonly number[], page: PageRequest): Sql {
  const { order, places, parents, linked } = query;
  const { terms } = order;
  const keys = terms.map((term, i) => sql`${sortable(term)} AS ${raw(`${KEYS}${i}`)}`);
  const byPlace = (of: Sql) => sql`${of} ${raw(page.fromEnd ? "DESC" : "ASC")}`;
  const byKeys = (of: string) => sortClause(terms, page.fromEnd, (i) => raw(`${of}${KEYS}${i}`));
  const limited = sql`ORDER BY ${places ? byPlace(places.column) : byKeys("")} LIMIT ${raw(String(page.size + 1))}`;
  const parts = cursorBounds(order, places, listOf(order, parentIds), page).flatMap((bounds) =>
    [query.body].flat().map(
      (body) => sql`
      SELECT ${query.columns}, ${join(keys)} ${places ? sql`, ${places.column} AS ${PLACE}` : empty}
      ${body} ${bounds.length ? sql`AND ${join(bounds, " AND ")}` : empty} ${limited}`,
    ),
  );
  return sql`${query.with ?? empty}
    SELECT page.*, parent.id AS "ofParent" ${parents ? sql`, ${parents.total} AS "parentTotal"` : empty}
      ${linked ? sql`, ${linked.columns}` : empty}
    FROM ${parentsOf(parentIds)} ${parents?.join ?? empty}
    LEFT JOIN LATERAL (${parts.length === 1 ? parts[0] : together(parts, limited)}) AS page ON true
    ${linked?.joins ?? empty}
    ORDER BY parent.place, ${places ? byPlace(sql`page.${PLACE}`) : byKeys("page.")}`;
}

function together(parts: readonly Sql[], limited: Sql): Sql {
  const each = parts.map((part) => sql`(${part})`);
  return sql`SELECT * FROM (${join(each, " UNION ALL ")}) AS parts ${limited}`;
}

/** No column of anything that is listed may be called like these. */
type KeyRow = { ofParent: number; parentTotal?: number; [key: `${typeof KEYS}${number}`]: unknown };

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
  if (query.type) asRowsOf(query.type, rows);
  const byParent = groupBy(rows, (row) => row.ofParent);
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
