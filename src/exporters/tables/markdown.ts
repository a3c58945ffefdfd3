import type { TableColumn } from "../../common/table";
import { onOneLine } from "./plain-text";
import { ReadingAid } from "./reading-aid";
import { standingRows } from "./standing";
import type { TableWriter } from "./writer";
import { type CellForm, writtenCell } from "./written-cell";

const RULES: Record<TableColumn["align"], string> = { left: ":---", right: "---:", center: ":---:" };

const EMPHASIS = { best: "**", second: "*" };

/** Escapes what has a meaning in GitHub Flavored Markdown, within a table too; addresses do not become links. */
export function markdownText(text: string): string {
  return onOneLine(text)
    .replace(/[\\`*_[\]<>|~$&]/g, "\\$&")
    .replaceAll("://", "\\://")
    .replace(/\b(www)\./gi, "$1\\.");
}

/** The same for a text that stands at the beginning of a line, where more has a meaning. */
export function markdownLine(text: string): string {
  return markdownText(text)
    .replace(/^(?=[-+#=])/, "\\")
    .replace(/^(\d+)(?=[.)])/, "$1\\");
}

const form: CellForm = {
  dash: "–",
  text: markdownText,
  superscript: (signs) => `<sup>${markdownText(signs)}</sup>`,
  link: (written, url) => `[${written}](<${url.replace(/[<>|\\\s]/g, encodeURIComponent)}>)`,
  marked: (written, standing) => `${EMPHASIS[standing]}${written}${EMPHASIS[standing]}`,
};

/** A table of GitHub Flavored Markdown, its caption before it and its notes behind. */
export const markdown: TableWriter = {
  mediaType: "text/markdown; charset=utf-8; variant=GFM",
  extension: "md",
  async *write(table) {
    const aid = new ReadingAid(table);
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
    yield `**${markdownText(table.caption)}**\n\n`;
    yield line(table.columns.map(({ heading }) => markdownText(heading)));
    yield line(table.columns.map(({ align }) => RULES[align]));
    for await (const { cells, standings } of standingRows(table)) {
      aid.see(cells);
      yield line(table.columns.map((column, i) => writtenCell(form, column, cells[i], table, standings[i])));
    }
    for (const note of aid.notes({ best: "is bold", second: "is in italics" }))
      yield `\n${markdownLine(note)}\n`;
    for (const { sign, meaning } of aid.marks) yield `\n${form.superscript(sign)} ${markdownText(meaning)}\n`;
  },
};
