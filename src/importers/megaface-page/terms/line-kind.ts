import { wordsOf } from "./spelling";
import type { Found } from "./term-index";

/**
 * What a line of a description is. A reference points at a publication; a label announces what follows, such as a link;
 * neither states anything of what was used.
 */
export type LineKind = "body" | "reference" | "label";

const BIBLIOGRAPHIC =
  /\[[JCDMR](?:\/OL)?\]|\bet al\b\.? \S|\barXiv(?: preprint|:\s?\d)|\bIn Proc(?:eedings|\.)/i;
const NUMBERED = /^\[[^\]]{1,40}\]\s?(?![,.;])/;
const LABEL = /:$/;
const WORDS_OF_A_LABEL = 6;
const LONGEST_REFERENCE = 2000;
const SMALL_WORDS = new Set(
  "a an and as at by for from in into is of on or over the through to towards under using via with without yet".split(
    " ",
  ),
);

/** Whether a line announces something: a few words and a colon. */
export function isLabel(line: string): boolean {
  return LABEL.test(line) && line.split(/\s+/).length <= WORDS_OF_A_LABEL;
}

/** Whether a line begins as an entry of a reference list: with a mark in brackets. */
export function isNumbered(line: string): boolean {
  return NUMBERED.test(line);
}

/** Tells what a line is, given what was found in it. */
export function lineKind(line: string, found: readonly Found[]): LineKind {
  if (line.length > LONGEST_REFERENCE) return "body";
  if (isLabel(line)) return "label";
  if (isNumbered(line) || BIBLIOGRAPHIC.test(line)) return "reference";
  return isMostlyTitles(line, found) || titleIn(line, found) !== null ? "reference" : "body";
}

/** Nothing but known titles stands in the line, and a short name in front of them. */
function isMostlyTitles(line: string, found: readonly Found[]): boolean {
  const papers = found.filter(({ thing }) => thing.kind === "Paper");
  if (papers.length === 0) return false;
  const outside = outsideOf(line, papers);
  return outside.length <= 2 || outside.length < wordsOf(line).length / 4;
}

/** The line as a title that nobody knows yet; null when it does not look like one. */
export function titleIn(line: string, found: readonly Found[]): string | null {
  const text = line.replace(/^(?:\[\d+\]|\d+[.)]|[-*•])\s*/, "");
  if (
    /[.!?;:,]$/.test(text) ||
    /\b(?:we|our|i|us)\b/i.test(text) ||
    found.some(({ thing }) => thing.kind === "Paper")
  )
    return null;
  const [, name, rest] = /^([\p{L}\p{N}+-]+):\s?(\S.*)$/u.exec(text) ?? [];
  const start = line.length - text.length;
  const known = found.some((one) => one.start === start && one.end - start === name?.length);
  const namesMethod = name !== undefined && (known || /\p{Ll}.*\p{Lu}|\p{N}|^\p{Lu}+$/u.test(name));
  if (namesMethod && !/[,;]|\. /.test(rest) && wordsOf(rest).length >= 5) return text;
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const small = words.filter((word) => SMALL_WORDS.has(word.toLowerCase()));
  const capital = words.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
  const own = outsideOf(line, found).filter(
    (word) => !SMALL_WORDS.has(word.toLowerCase()) && /^\p{Lu}/u.test(word),
  );
  const allCapital = capital.length >= (words.length - small.length) * 0.9;
  return words.length >= 4 && small.length > 0 && allCapital && own.length >= 2 ? text : null;
}

/** The title within a bibliographic entry, the part before the mark of its kind; null where none can be told. */
export function citedTitle(line: string): string | null {
  const [, title] = /(?:^|\.\s+)([^.[\]]{10,}?)\s*\[[JCDMR](?:\/OL)?\]/.exec(line) ?? [];
  return title ?? null;
}

/** The arXiv identifier that an entry gives, without version. */
export function citedArxivId(line: string): string | null {
  return /\barXiv:\s?(\d{4}\.\d{4,5})/i.exec(line)?.[1] ?? null;
}

/** The words of a line that are in nothing that was found. */
function outsideOf(line: string, found: readonly Found[]): string[] {
  const inside = new Set<number>();
  for (const { start, end } of found) for (let i = start; i < end; i += 1) inside.add(i);
  return wordsOf(line)
    .filter(({ start }) => !inside.has(start))
    .map(({ start, end }) => line.slice(start, end));
}
