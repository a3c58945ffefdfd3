import { escapeMarkup } from "../../common/escape-markup";
import type { ColumnKind, TableColumn } from "../../common/table";
import { onOneLine } from "./plain-text";
import { ReadingAid } from "./reading-aid";
import { standingRows } from "./standing";
import type { TableWriter } from "./writer";
import { type CellForm, writtenCell } from "./written-cell";

const TAGS = { best: "strong", second: "u" };

/** Escapes a text, for an element or for an attribute in quotes. */
export function htmlText(text: string): string {
  return escapeMarkup(onOneLine(text));
}

/** A name may run from right to left, whatever its neighbours do. */
const isolated = (text: string) => `<bdi>${htmlText(text)}</bdi>`;

/** What names things, and not what is only digits. */
const NAMES: readonly ColumnKind[] = ["text", "link", "list"];

const form: CellForm = {
  dash: "–",
  text: (text, kind) => (NAMES.includes(kind) ? isolated(text) : htmlText(text)),
  superscript: (signs) => `<sup>${htmlText(signs)}</sup>`,
  link: (written, url) => `<a href="${htmlText(url)}">${written}</a>`,
  marked: (written, standing) => `<${TAGS[standing]}>${written}</${TAGS[standing]}>`,
};

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
        const text = writtenCell(form, column, cells[i], table, standings[i]);
        return column.namesRow
          ? `<th scope="row"${aligned(column)}>${text}</th>`
          : `<td${aligned(column)}>${text}</td>`;
      });
      yield `<tr>${fields.join("")}</tr>\n`;
    }
    yield "</tbody>\n";
    const notes = [
      ...aid.notes({ best: "is bold", second: "is underlined" }).map(htmlText),
      ...aid.marks.map(({ sign, meaning }) => `${form.superscript(sign)} ${htmlText(meaning)}`),
    ];
    if (notes.length) {
      yield `<tfoot>\n<tr><td colspan="${columns.length}">${notes.join("<br>\n")}</td></tr>\n</tfoot>\n`;
    }
    yield "</table>\n";
  },
};
