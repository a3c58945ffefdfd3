import type { NameContext } from "./descriptions";
import { linesLostAbove, type PageLine } from "./page-lines";
import { lineKind } from "./terms/line-kind";
import { wordsOf } from "./terms/spelling";

const LONGEST_NAME = 80;

/**
 * Whether a line is the name of a description: exactly a row's name, or else written like a name, with a text below that
 * is none.
 */
export function isName(lines: readonly PageLine[], i: number, context: NameContext): boolean {
  if (context.rowNames.has(lines[i].text)) return true;
  const next = lines[i + 1];
  return (
    looksLikeName(lines[i], context) &&
    next !== undefined &&
    linesLostAbove(next) === 0 &&
    !context.rowNames.has(next.text) &&
    !looksLikeName(next, context)
  );
}

/** Begins with a capital or a digit, is no sentence, has no small word outside brackets, and is no publication. */
function looksLikeName(line: PageLine, { index }: NameContext): boolean {
  const { text } = line;
  if (text.length > LONGEST_NAME || !/^(?:\p{Ll}?\p{Lu}|\p{N})/u.test(text) || /[.:;,!?]$/.test(text))
    return false;
  const words = wordsOf(text.replace(/\([^()]*\)/g, (inner) => " ".repeat(inner.length)));
  if (words.slice(1).some(({ start, end }) => /^\p{Ll}{2,}$/u.test(text.slice(start, end)))) return false;
  const found = index.find(text);
  const own = words.filter((word) => found.every(({ start, end }) => word.end <= start || end <= word.start));
  // Where a name was lost, what comes next is a text rather than another name.
  const needed = linesLostAbove(line) > 0 ? words.length / 2 : 1;
  return lineKind(text, found) === "body" && own.length >= needed;
}

/** A numbered entry that is a publication, and not a mark for a link. */
export function isPlainReference(text: string): boolean {
  return text.split(/\s+/).length > 6;
}
