import { LATEX_ACCENTS, LATEX_SYMBOLS } from "./latex-symbols";
import { onOneLine } from "./plain-text";

/** What shows nothing but tells in which direction to write, or where a line may break: LaTeX has its own ways. */
const DIRECTIONS = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069]/gu;

/** Two of these in a row would become another character. */
const LIGATURES = /([-',`])(?=\1)/g;

const LAST_IN_ITS_FONTS = 0x17f;

/**
 * Escapes a text for LaTeX, so that it compiles and shows what it says. Symbols and Greek letters become commands, letters
 * with accents that pdfLaTeX's fonts lack are put together; what there is no command for, such as Chinese, is kept.
 */
export function latexText(text: string): string {
  const plain = onOneLine(text).normalize("NFC").replace(DIRECTIONS, "").replace(LIGATURES, "$1\u2063");
  return [...plain].map(character).join("");
}

function character(one: string): string {
  // The invisible separator stands where a ligature is to be broken.
  if (one === "\u2063") return "{}";
  const symbol = LATEX_SYMBOLS.get(one);
  if (symbol !== undefined) return symbol;
  return (one.codePointAt(0) as number) > LAST_IN_ITS_FONTS ? (accented(one) ?? one) : one;
}

/** A letter with marks as LaTeX puts it together; null where it is none, or not of letters and marks that it has. */
function accented(one: string): string | null {
  const [letter, ...marks] = one.normalize("NFD");
  const accents = marks.map((mark) => LATEX_ACCENTS.get(mark));
  if (!/^[A-Za-z]$/.test(letter) || accents.length === 0 || accents.includes(undefined)) return null;
  return accents.reduce<string>((inner, accent) => `${accent}{${inner}}`, letter);
}

/** A number as it was published; a sign before it becomes a minus. */
export function latexNumber(text: string): string {
  return latexText(text.replace(/^-(?=\d)/, "−"));
}

/** A label that `\ref` takes. */
export function latexLabel(label: string): string {
  return label.replace(/[^A-Za-z0-9:.\-/]+/g, "-");
}

/** An address, for the first argument of `\href` within other commands. */
export function latexAddress(url: string): string {
  return url
    .replace(/[^\x21-\x7E]|[{}\\^`"<>|]/gu, encodeURIComponent)
    .replaceAll("~", "%7E")
    .replace(/[%#&_$]/g, "\\$&");
}
