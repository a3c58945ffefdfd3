import { type Cell, type ColumnKind, isMissing, itemsOf, type SingleCell } from "../../common/table";
import type { TableWriter } from "./writer";

/** Numbers stay the text that they were published as: JSON's numbers would lose digits. Places and counts are numbers. */
function jsonValue(kind: ColumnKind, cell: Cell): unknown {
  if (isMissing(cell)) return null;
  const items = itemsOf(cell);
  if (items) return items.map(({ text, marks = [] }) => ({ text, marks }));
  const { text, url = null } = cell as SingleCell;
  if (kind === "link") return { text, url };
  return kind === "rank" || kind === "count" ? Number(text) : text;
}

/** One JSON object on each line, with the columns' keys. */
export const jsonLines: TableWriter = {
  mediaType: "application/x-ndjson; charset=utf-8",
  extension: "jsonl",
  async *write({ columns, rows }) {
    for await (const row of rows) {
      const values = columns.map(
        ({ key, kind }, i) => `${JSON.stringify(key)}:${JSON.stringify(jsonValue(kind, row[i]))}`,
      );
      yield `{${values.join(",")}}\n`;
    }
  },
};
