import { badInput } from "../../common/errors";
import { slugify } from "../../common/slugify";
import type { Table, TableRow } from "../../common/table";
import type { RequestContext } from "../../db/request-context";
import type { FilledColumn } from "./column-definition";
import { CLAIM_MARKS } from "./marks";
import type { TableArgs } from "./table.types";
import { versionNote } from "./version-note";

/** Some rows of a list, and the context in which what hangs on them is read: of a long list, each page has its own. */
export interface TablePage<Row> {
  context: RequestContext;
  rows: readonly Row[];
}

/** What is listed, whichever rows of it. */
export interface Listing<Row> {
  /** What is listed, as a caption and as what files are called. */
  title: string;
  /** What must be known to read it, but for the version of the data. */
  notes: readonly string[];
  columns: readonly FilledColumn<Row>[];
}

/** The rows that are listed: one page, or one after the other as they are read. */
export interface ListedRows<Row> {
  pages: Iterable<TablePage<Row>> | AsyncIterable<TablePage<Row>>;
  /** Null where it is not known beforehand. */
  rowCount: number | null;
}

async function* filledRows<Row>(
  { columns }: Listing<Row>,
  { pages }: ListedRows<Row>,
): AsyncGenerator<TableRow> {
  for await (const { context, rows } of pages) {
    yield* await Promise.all(rows.map((row) => Promise.all(columns.map(({ cell }) => cell(row, context)))));
  }
}

const LABEL = /^[A-Za-z0-9:.\-/]{1,100}$/;

const LONGEST_NAME = 80;

function labelFor(title: string): string {
  return `tab:${slugify(title).slice(0, LONGEST_NAME).replace(/-$/, "")}`;
}

/** The table of a list. Throws BAD_USER_INPUT for a caption or a label that cannot be. */
export async function fillTable<Row>(
  context: RequestContext,
  listing: Listing<Row>,
  rows: ListedRows<Row>,
  { caption, label }: Pick<TableArgs, "caption" | "label">,
): Promise<Table> {
  if (caption?.trim() === "") throw badInput("caption", "is empty. Write one, or leave it out.");
  if (label != null && !LABEL.test(label)) {
    throw badInput(
      "label",
      "takes up to 100 ASCII letters, digits and `:.-/`, such as `tab:identification`.",
    );
  }
  const { title, notes, columns } = listing;
  return {
    name: title,
    caption: caption ?? `${title}.`,
    label: label ?? labelFor(title),
    notes: [...notes, await versionNote(context)],
    marks: CLAIM_MARKS,
    columns,
    rows: { [Symbol.asyncIterator]: () => filledRows(listing, rows) },
    rowCount: rows.rowCount,
  };
}
