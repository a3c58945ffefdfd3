import type { DocumentNode } from "graphql";
import type { BibliographyFormat } from "../../common/bibliography-format";
import type { Citable } from "../../common/citable";
import type { Table } from "../../common/table";
import type { TableFormat } from "../../common/table-format";
import type { RequestContext } from "../../db/request-context";
import { comparisonOf } from "../../domain/comparison/comparison-of";
import type { RankingDirection } from "../../domain/ranking/direction";
import { comparisonListing } from "../../domain/table/comparison-table";
import { fillTable, type Listing } from "../../domain/table/fill";
import { rowsListed } from "../../domain/table/written-table";
import { bibliographyWriters, writeBibliography } from "../../exporters/bibliographies";
import { tableWriters } from "../../exporters/tables";
import { safeFileName } from "../../exporters/tables/file-name";
import { parquet } from "../../exporters/tables/parquet";
import type { Connect, Given } from "./lists";
import { type Extent, extentOf, type Walked, walk } from "./pages";

/** What a file is made from: contexts that all read of one moment, and the arguments. */
export interface Making {
  contexts: () => RequestContext;
  given: Given;
  /** So many rows are in memory at a time. */
  atOnce: number;
}

/** A file that can be read. */
export interface MadeFile {
  name: string;
  mediaType: string;
  rows: number;
  text: AsyncIterable<string | Uint8Array>;
  /** Whether it is something to be looked at, for which nothing more is read. */
  isPicture?: boolean;
}

/** A kind of file: the query that it stands for, and how it is made. */
export interface FileKind {
  document: DocumentNode;
  /** How many rows it costs, where the arguments say it. */
  rowsOf?(given: Given): number;
  make(making: Making): Promise<MadeFile>;
}

/** Writes a table in the format that is asked for. */
export type WriteTable = (table: Table, given: Given) => Omit<MadeFile, "rows">;

/** In a format of text. */
export const asText: WriteTable = (table, given) => {
  const { write, extension, mediaType } = tableWriters[given.format as TableFormat];
  const text = write(table, { guardFormulas: given.guardFormulas as boolean });
  return { name: safeFileName(table.name, extension), mediaType, text };
};

/** In Parquet, which GraphQL has no place for. */
export const asParquet: WriteTable = (table) => {
  const { write, extension, mediaType } = parquet;
  return { name: safeFileName(table.name, extension), mediaType, text: write(table) };
};

/** A table of a list, `toListing` says of which. */
export function tableFile<List extends Walked<Item>, Item>(
  document: DocumentNode,
  listOf: (given: Given) => Connect<List>,
  toListing: (context: RequestContext, list: List, given: Given) => Promise<Listing<Item>>,
  write: WriteTable = asText,
): FileKind {
  return {
    document,
    async make({ contexts, given, atOnce }) {
      const context = contexts();
      const connect = listOf(given);
      const list = await connect(context, 0, null);
      const { rows, total } = await extentOf(list, given.first);
      const listing = await toListing(context, list, given);
      const pages = walk<Item>(contexts, connect, rows, atOnce);
      const table = await fillTable(
        context,
        withExtent(listing, { rows, total }),
        { pages, rowCount: rows },
        given,
      );
      return { rows, ...write(table, given) };
    },
  };
}

/** A table of a comparison, which has no pages. */
export function comparisonFile(document: DocumentNode, write: WriteTable = asText): FileKind {
  return {
    document,
    async make({ contexts, given }) {
      const context = contexts();
      const { refs, direction } = given as { refs: string[]; direction?: RankingDirection | null };
      const comparison = await comparisonOf(context, refs, direction);
      const rows = comparison.submissionIds.map((_, i) => i);
      const listing = await comparisonListing(context, comparison, given);
      const table = await fillTable(
        context,
        listing,
        { pages: [{ context, rows }], rowCount: rows.length },
        given,
      );
      return { rows: rows.length, ...write(table, given) };
    },
  };
}

function withExtent<Item>(listing: Listing<Item>, { rows, total }: Extent): Listing<Item> {
  if (rows === total) return listing;
  return { ...listing, notes: [...listing.notes, rowsListed(rows, total)] };
}

/** A bibliography of a list: `toWorks` says what is to be cited of its rows. */
export function bibliographyFile<List extends Walked<Item>, Item>(
  document: DocumentNode,
  listOf: (given: Given) => Connect<List>,
  toTitle: (context: RequestContext, list: List) => Promise<string>,
  toWorks: (context: RequestContext, rows: readonly Item[], given: Given) => Promise<Citable[]>,
): FileKind {
  return {
    document,
    async make({ contexts, given, atOnce }) {
      const context = contexts();
      const connect = listOf(given);
      const list = await connect(context, 0, null);
      const { rows } = await extentOf(list, given.first);
      const format = given.format as BibliographyFormat;
      const { extension, mediaType } = bibliographyWriters[format];
      const pages = async function* () {
        for await (const page of walk<Item>(contexts, connect, rows, atOnce))
          yield toWorks(page.context, page.rows, given);
      };
      const name = safeFileName(await toTitle(context, list), extension);
      return { name, mediaType, rows, text: writeBibliography(format, pages()) };
    },
  };
}
