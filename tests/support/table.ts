import type { Cell, Table, TableColumn, TableRow } from "../../src/common/table";
import type { TableFormat } from "../../src/common/table-format";
import { tableWriters } from "../../src/exporters/tables";
import type { WriteOptions } from "../../src/exporters/tables/writer";

/** A column of texts called by its key, but for what is given. */
export function column(key: string, parts: Partial<TableColumn> = {}): TableColumn {
  return { key, heading: key, kind: "text", align: "left", ...parts };
}

/** A number as published. */
export const number = (text: string): Cell => ({ text, exact: text });

/** A table of the rows, but for what is given. */
export function table(columns: TableColumn[], rows: TableRow[], parts: Partial<Table> = {}): Table {
  return {
    name: "test",
    caption: "Test",
    label: "tab:test",
    notes: [],
    marks: [],
    columns,
    rows,
    rowCount: rows.length,
    ...parts,
  };
}

/** The whole text of a table in a format. */
export async function textOf(format: TableFormat, of: Table, options?: WriteOptions): Promise<string> {
  let text = "";
  for await (const piece of tableWriters[format].write(of, options)) text += piece;
  return text;
}

/** Names as they occur, and as they could. */
export const NASTY_NAMES = [
  "Video++",
  "Fudan University - FUDAN-CS_SDS",
  "Beijing Faceall Co. & BUPT(iBug cleaned)",
  "100 % #1 {a} ~b^c\\d $e$",
  'say "x", it\'s <b>bold</b> | pipe `code` *star* [link](http://x.y)',
  "two\r\nlines\tand a tab",
  "وجه אבג",
  "人脸识别",
  "Nguyễn Škoda Ωmega ±1 café",
  '=HYPERLINK("http://evil")',
] as const;

/** A ranking and its table. */
export const RANKING_TABLE = `query ($board: String!, $split: String, $where: SubmissionWhere, $first: Int, $ties: TieRule! = COMPETITION,
  $format: TableFormat!, $columns: [RankingColumn!], $values: [TableValueColumn!], $asOf: Date, $basis: [Basis!]) {
  leaderboard(ref: $board) { ranking(split: $split, where: $where, first: $first, ties: $ties, asOf: $asOf) {
    totalCount
    nodes { rank overallRank score { reported uncertainty } submission { label submittedOn organisations { name } } }
    table(format: $format, columns: $columns, values: $values, basis: $basis) {
      text again: text fileName mediaType caption label notes rowCount columns { key heading } } } } }`;

/** The cells between the rules of a LaTeX table. */
export function latexRows(text: string): string[][] {
  const body = text.includes("longtable}{")
    ? text.split("\\endlastfoot\n")[1].split("\\end{longtable}")[0]
    : "";
  const rows = body || text.split("\\midrule\n")[1].split("\\bottomrule")[0];
  return rows
    .trimEnd()
    .split("\n")
    .map((line) => line.replace(/ \\\\$/, "").split(" & "));
}
