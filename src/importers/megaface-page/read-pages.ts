import { nameKey } from "../../common/name-key";
import type { Entry } from "../entry";
import type { FormatOptions } from "../format";
import type { Term, Vocabulary } from "../vocabulary";
import { readPage } from "./page";
import { TermIndex } from "./terms/term-index";

/** The text of a page. */
export interface Page {
  file: string;
  text: string;
}

/** Each round knows more titles; after the second there is hardly ever one. */
const MOST_ROUNDS = 5;

/**
 * Reads pages together. A publication that one line lists may be spoken of in another one, and will be known when the
 * same pages are imported again: so all is read once more with the titles that were found, until there are no others.
 */
export function readPages(pages: readonly Page[], options: FormatOptions, vocabulary: Vocabulary): Entry[] {
  let known = vocabulary;
  for (let round = 1; ; round += 1) {
    const index = new TermIndex(known);
    const entries = pages.flatMap(({ file, text }) => readPage(file, text, options, index));
    const found = unknownPapers(entries, known);
    if (found.length === 0 || round === MOST_ROUNDS) return entries;
    known = [...known, ...found];
  }
}

function unknownPapers(entries: readonly Entry[], known: Vocabulary): Term[] {
  const keys = new Set(
    known.filter(({ kind }) => kind === "Paper").flatMap(({ names }) => names.map((name) => nameKey(name))),
  );
  const found: Term[] = [];
  for (const entry of entries) {
    for (const { place, ...cited } of (entry.kind === "result" && entry.result.submission.papers) || []) {
      if (cited.title === undefined || keys.has(nameKey(cited.title))) continue;
      keys.add(nameKey(cited.title));
      found.push({ kind: "Paper", slug: `cited ${keys.size}`, names: [cited.title], cited });
    }
  }
  return found;
}
