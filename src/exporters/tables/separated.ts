import type { Table } from "../../common/table";
import { guarded } from "./formula-guard";
import { plainText } from "./plain-text";
import type { TableWriter, WriteOptions } from "./writer";

/** How one of the formats of separated values writes a field, and what stands between fields and behind rows. */
interface Separated {
  field: (text: string) => string;
  separator: string;
  end: string;
}

async function* write({ columns, rows }: Table, { guardFormulas = true }: WriteOptions, way: Separated) {
  const line = (texts: string[]) => `${texts.map(way.field).join(way.separator)}${way.end}`;
  yield line(columns.map(({ key }) => key));
  for await (const row of rows) {
    const texts = columns.map((_, i) => plainText(row[i]) ?? "");
    yield line(guardFormulas ? texts.map(guarded) : texts);
  }
}

const CSV: Separated = {
  field: (text) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text),
  separator: ",",
  end: "\r\n",
};

/** The registered format has no way to write a tab or a line break in a field. */
const TSV: Separated = { field: (text) => text.replace(/[\t\r\n]+/g, " "), separator: "\t", end: "\n" };

/** RFC 4180 in UTF-8, without a byte order mark, which programs would take for a part of the first column's name. */
export const csv: TableWriter = {
  mediaType: "text/csv; charset=utf-8; header=present",
  extension: "csv",
  write: (table, options = {}) => write(table, options, CSV),
};

/** Tab-separated values as registered with IANA: nothing is quoted. */
export const tsv: TableWriter = {
  mediaType: "text/tab-separated-values; charset=utf-8",
  extension: "tsv",
  write: (table, options = {}) => write(table, options, TSV),
};
