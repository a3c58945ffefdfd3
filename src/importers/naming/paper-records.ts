import { nameKey } from "../../common/name-key";
import type { PaperRecord } from "../../domain/paper/paper.commands";
import { isPlaceholder, type PaperFacts, placeholderTitle } from "./paper-facts";
import type { PaperState } from "./paper-index";
import type { Papers } from "./papers";

/** What is new of a paper, as a partial record: all of a new one, and the gaps of a known one; null for nothing. */
export function paperRecord(paper: PaperState, papers: Papers): PaperRecord | null {
  const { known, how, slug } = paper;
  if (how === "record" || slug === undefined) return null;
  const facts = ownFacts(paper, papers);
  const title = titleOf(paper);
  const aliases = newTitles(paper, papers, title);
  const record = { slug, title, ...(aliases.length && { aliases }), ...facts };
  if (!known) return record;
  const gaps = Object.entries(facts).filter(([key]) => isGap(known[key as keyof typeof known]));
  if (gaps.length === 0 && aliases.length === 0 && title === known.name) return null;
  return { slug, title, ...(aliases.length && { aliases }), ...Object.fromEntries(gaps) };
}

function isGap(value: unknown): boolean {
  return value == null || (Array.isArray(value) && value.length === 0);
}

/** The facts other than titles, without identifiers that another known paper has. */
function ownFacts({ facts, slug, warnings }: PaperState, papers: Papers): Omit<PaperFacts, "title"> {
  const said = Object.entries(facts).filter(([key, value]) => key !== "title" && value !== undefined);
  return Object.fromEntries(
    said.filter(([key, value]) => {
      if (key !== "arxivId" && key !== "doi") return true;
      const owner = papers.rows(value).find((row) => row.slug !== slug && row[key]?.toLowerCase() === value);
      if (owner)
        warnings.add(`"${value}" is that of "${owner.name}" (${owner.slug}) already; it stays there.`);
      return !owner;
    }),
  );
}

function titleOf({ known, facts }: PaperState): string {
  if (!known) return facts.title ?? placeholderTitle(facts);
  return isPlaceholder(known) ? (facts.title ?? known.name) : known.name;
}

/** Other ways to write the title, which no other paper has. */
function newTitles(paper: PaperState, papers: Papers, own: string): string[] {
  return [...paper.titles]
    .filter(([key, title]) => {
      const isKnown = papers.rows(key).length > 0;
      return (
        key !== nameKey(own) &&
        key !== nameKey(paper.known?.name ?? own) &&
        !isKnown &&
        papers.titled(title).length === 1
      );
    })
    .map(([, title]) => title);
}
