import {
  type Cell,
  isMissing,
  itemsOf,
  type SingleCell,
  type Table,
  type TableColumn,
} from "../../common/table";
import { onOneLine } from "./plain-text";
import { ReadingAid, signsOf } from "./reading-aid";
import { safeLink } from "./safe-link";
import { type Standing, standingRows } from "./standing";
import type { TableWriter } from "./writer";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const TAGS = { best: "strong", second: "u" };

/** Escapes a text, for an element or for an attribute in quotes. */
export function htmlText(text: string): string {
  return onOneLine(text).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

const superscript = (signs: string) => (signs ? `<sup>${htmlText(signs)}</sup>` : "");

/** A name may run from right to left, whatever its neighbours do. */
const isolated = (text: string) => `<bdi>${htmlText(text)}</bdi>`;

function cellText({ kind }: TableColumn, cell: Cell, table: Table, standing: Standing): string {
  if (isMissing(cell)) return "–";
  const items = itemsOf(cell);
  if (items) {
    return items
      .map(({ text, marks }) => `${isolated(text)}${superscript(signsOf(marks, table.marks))}`)
      .join(", ");
  }
  const { text, url } = cell as SingleCell;
  const link = safeLink(url);
  const inner = kind === "text" || kind === "link" ? isolated(text) : htmlText(text);
  const written = link ? `<a href="${htmlText(link)}">${inner}</a>` : inner;
  return standing ? `<${TAGS[standing]}>${written}</${TAGS[standing]}>` : written;
}

const aligned = ({ align }: TableColumn) => (align === "left" ? "" : ` style="text-align:${align}"`);

/** A `table` element, to be put into a page: with its caption, its notes at its foot, and headers that say of what they are. */
export const html: TableWriter = {
  mediaType: "text/html; charset=utf-8",
  extension: "html",
  async *write(table) {
    const { columns, caption, label } = table;
    const aid = new ReadingAid(table);
    const heads = columns.map(
      (column) => `<th scope="col"${aligned(column)}>${htmlText(column.heading)}</th>`,
    );
    yield `<table id="${htmlText(label).replace(/\s/g, "-")}">\n<caption>${isolated(caption)}</caption>\n`;
    yield `<thead>\n<tr>${heads.join("")}</tr>\n</thead>\n<tbody>\n`;
    for await (const { cells, standings } of standingRows(table)) {
      aid.see(cells);
      const fields = columns.map((column, i) => {
        const text = cellText(column, cells[i], table, standings[i]);
        return column.namesRow
          ? `<th scope="row"${aligned(column)}>${text}</th>`
          : `<td${aligned(column)}>${text}</td>`;
      });
      yield `<tr>${fields.join("")}</tr>\n`;
    }
    yield "</tbody>\n";
    const notes = [
      ...aid.notes({ best: "is bold", second: "is underlined" }).map(htmlText),
      ...aid.marks.map(({ sign, meaning }) => `${superscript(sign)} ${htmlText(meaning)}`),
    ];
    if (notes.length) {
      yield `<tfoot>\n<tr><td colspan="${columns.length}">${notes.join("<br>\n")}</td></tr>\n</tfoot>\n`;
    }
    yield "</table>\n";
  },
};
