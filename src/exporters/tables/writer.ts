import type { Table } from "../../common/table";

export interface WriteOptions {
  /**
   * Whether texts that a spreadsheet would take for a formula get an apostrophe before them, in the formats that
   * spreadsheets open; true when not given.
   */
  guardFormulas?: boolean;
}

/** Writes tables in one format. */
export interface TableWriter {
  mediaType: string;
  /** The ending of its files, without the point. */
  extension: string;
  /** The text of a table in pieces, as its rows come. */
  write(table: Table, options?: WriteOptions): AsyncGenerator<string>;
}
