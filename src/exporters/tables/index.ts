import { TableFormat } from "../../common/table-format";
import { html } from "./html";
import { jsonLines } from "./json-lines";
import { latex } from "./latex";
import { markdown } from "./markdown";
import { csv, tsv } from "./separated";
import type { TableWriter } from "./writer";

/** What writes each format. */
export const tableWriters: Readonly<Record<TableFormat, TableWriter>> = {
  [TableFormat.CSV]: csv,
  [TableFormat.TSV]: tsv,
  [TableFormat.MARKDOWN]: markdown,
  [TableFormat.LATEX]: latex,
  [TableFormat.HTML]: html,
  [TableFormat.JSON_LINES]: jsonLines,
};
