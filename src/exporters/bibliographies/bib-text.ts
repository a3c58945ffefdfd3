import { LATEX_ACCENTS } from "../tables/latex-symbols";
import { latexText } from "../tables/latex-text";
import { BIB_LETTERS } from "./bib-letters";

/** How texts are written: for BibTeX, which knows no letters but those of ASCII, or in UTF-8. */
export interface BibText {
  asciiOnly: boolean;
}

/** A text as a value of a field. */
export function bibText(text: string, { asciiOnly }: BibText): string {
  return [...text.normalize("NFC")].map((one) => character(one, asciiOnly)).join("");
}

function character(one: string, asciiOnly: boolean): string {
  if (one === " ") return one;
  const isAscii = one <= "\u007F";
  const letter = BIB_LETTERS.get(one);
  if (letter !== undefined && (isAscii || asciiOnly)) return letter;
  if (/\p{Letter}/u.test(one)) return asciiOnly && !isAscii ? (accented(one) ?? latexOf(one)) : one;
  return isAscii || asciiOnly ? latexOf(one) : one;
}

/** Commands stand in braces, so that no style changes their letters. */
function latexOf(one: string): string {
  const written = latexText(one).replace(/\{\}$/, "");
  return /^[\\$].*[A-Za-z]/.test(written) ? `{${written}}` : written;
}

/** A letter with accents as BibTeX sorts and shortens it: `{\v{S}}`. */
function accented(one: string): string | null {
  const [letter, ...marks] = one.normalize("NFD");
  const accents = marks.map((mark) => LATEX_ACCENTS.get(mark));
  if (!/^[A-Za-z]$/.test(letter) || accents.length === 0 || accents.includes(undefined)) return null;
  return `{${accents.reduce<string>((inner, accent) => `${accent}{${inner}}`, letter)}}`;
}

const WORD = /([\p{Letter}\p{Mark}\p{Number}]+)/u;

/** Words that keep their capitals whatever the title: `ArcFace`, `CNN`, `L2`, `3D`. */
const OWN_CAPITALS = /^(?=.*\p{Lu})(?:.+\p{Lu}|.*\p{Number})/u;

/** Whether a title has capitals only where its language asks for them: then each of them is of a name. */
function isSentence(words: readonly string[]): boolean {
  const long = words.slice(1).filter((word) => word.length > 3);
  const capital = long.filter((word) => /^\p{Lu}/u.test(word));
  return long.length > 2 && capital.length < long.length / 2;
}

/** A title, with braces around the words whose capitals a style must not take away. */
export function bibTitle(title: string, how: BibText): string {
  const parts = title.normalize("NFC").split(WORD);
  const words = parts.filter((_, i) => i % 2 === 1);
  const sentence = isSentence(words);
  const isFirst = (i: number) => i === 1 || /[:.?!]\s*$/.test(parts[i - 1]);
  const needsBraces = (word: string, i: number) =>
    OWN_CAPITALS.test(word) || (sentence && !isFirst(i) && /^\p{Lu}/u.test(word));
  return parts
    .map((part, i) => {
      const text = bibText(part, how);
      return i % 2 === 1 && needsBraces(part, i) ? `{${text}}` : text;
    })
    .join("");
}

/** An address or identifier, which is no text: what would end the field is encoded. */
export function bibVerbatim(text: string): string {
  return text.replace(/[^\x21-\x7E]|[{}\\^`"<>|]/gu, encodeURIComponent);
}
