import type { Term, Vocabulary } from "../../vocabulary";
import { type LeftOut, leftOutBy } from "./cues";
import { type LineKind, lineKind } from "./line-kind";
import { type Found, TermIndex } from "./term-index";

/** A thing that a text names; lines and columns are counted from 1. */
export interface TermMatch {
  line: number;
  column: number;
  /** As written. */
  term: string;
  thing: Term;
}

export interface JudgedTerm extends TermMatch {
  /** Why the name is not taken for something used or, for a paper, referred to; null when it is. */
  leftOut: LeftOut | null;
}

/**
 * The losses, backbones and training datasets that a text may say were used, and the papers that it refers to. What
 * stands in a reference list is referred to and nothing else.
 */
export function matchTerms(text: string, vocabulary: Vocabulary): TermMatch[] {
  const index = new TermIndex(vocabulary);
  return text
    .split(/\r?\n/)
    .flatMap((line, i) => judgeLine(line, i + 1, index).terms)
    .filter(({ leftOut }) => leftOut === null)
    .map(({ line, column, term, thing }) => ({ line, column, term, thing }));
}

/** All names in a line, each with a judgement, and what the line is. */
export function judgeLine(
  text: string,
  line: number,
  index: TermIndex,
): { kind: LineKind; terms: JudgedTerm[] } {
  const found = index.find(text);
  const kind = lineKind(text, found);
  const terms = found.map((one) => ({
    line,
    column: one.start + 1,
    term: text.slice(one.start, one.end),
    thing: one.thing,
    leftOut: judge(text, kind, one, found),
  }));
  return { kind, terms };
}

function judge(text: string, kind: LineKind, one: Found, found: readonly Found[]): LeftOut | null {
  if (one.thing.kind === "Paper") return null;
  if (kind !== "body") return "reference";
  if (isExplained(text, one, found)) return "explained";
  return leftOutBy(text, one.start, one.end, one.thing.kind);
}

/** "a deep X model (the Y configuration)": what it is more exactly stands in brackets behind it. */
function isExplained(text: string, one: Found, found: readonly Found[]): boolean {
  const [bracket] = /^(?: [\p{L}\p{N}]+){0,3} ?\([^()]*\)/u.exec(text.slice(one.end)) ?? [];
  if (bracket === undefined || /\((?:with|and|plus|or|\+)\b/.test(bracket)) return false;
  const open = one.end + bracket.indexOf("(");
  const close = one.end + bracket.length;
  return found.some(
    ({ start, end, thing }) =>
      open < start && end < close && thing.kind === one.thing.kind && thing.slug !== one.thing.slug,
  );
}
