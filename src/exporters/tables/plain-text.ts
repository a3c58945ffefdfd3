import { type Cell, isMissing, itemsOf, type ListItem } from "../../common/table";

/** Characters that show nothing and that formats for people do not take: control characters and lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFEFF]|\p{Surrogate}/gu;

/** A text on one line: a name goes over several in no table. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, " ").replace(INVISIBLE, "").trim();
}

const withMarks = ({ text, marks = [] }: ListItem) => (marks.length ? `${text} [${marks.join(", ")}]` : text);

/** What a cell says where there are no signs: marks by their keys; null for what is missing. */
export function plainText(cell: Cell): string | null {
  if (isMissing(cell)) return null;
  const items = itemsOf(cell);
  if (items) return items.map(withMarks).join("; ");
  const { text, url } = cell as { text: string; url?: string | null };
  return url ? `${text} <${url}>` : text;
}
