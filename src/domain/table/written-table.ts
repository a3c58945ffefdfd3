import type { Page } from "../../common/pagination/connection";
import type { RequestContext } from "../../db/request-context";
import { fillTable, type Listing } from "./fill";
import type { TableArgs, WrittenTable } from "./table.types";

/** Some rows of a list as the table that is answered with. Throws as `fillTable`. */
export async function writtenTable<Row>(
  context: RequestContext,
  listing: Listing<Row>,
  rows: readonly Row[],
  args: TableArgs,
): Promise<WrittenTable> {
  const rowCount = rows.length;
  const table = await fillTable(context, listing, { pages: [{ context, rows }], rowCount }, args);
  const { format, guardFormulas } = args;
  const { caption, label, notes, columns } = table;
  return { table, format, guardFormulas, caption, label, notes: [...notes], columns: [...columns], rowCount };
}

/** A list that is paged: a table of it says how much of it is not there. */
interface Paged<Row> {
  page(): Promise<Page<Row>>;
  source: { count: () => number | Promise<number> };
}

/** The page of a list as a table; `toRow` makes the rows that the columns read. Throws as `fillTable`. */
export async function pageTable<Item, Row>(
  context: RequestContext,
  listing: Listing<Row>,
  list: Paged<Item>,
  toRow: (item: Item) => Row,
  args: TableArgs,
): Promise<WrittenTable> {
  const page = await list.page();
  const notes = [...listing.notes, ...(await rowsNote(page, list.source.count))];
  return writtenTable(context, { ...listing, notes }, page.rows.map(toRow), args);
}

/** How much of a list is on a page, where that is not all of it. */
export async function rowsNote(
  { rows, total, hasNextPage, hasPreviousPage }: Page<unknown>,
  count: Paged<unknown>["source"]["count"],
): Promise<string[]> {
  if (!hasNextPage && !hasPreviousPage) return [];
  return [rowsListed(rows.length, total ?? (await count()))];
}

/** How much of a list is there. */
export function rowsListed(rows: number, total: number): string {
  return `Rows listed: ${rows} of ${total}.`;
}
