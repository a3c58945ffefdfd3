import { nameKey } from "../../common/name-key";
import type { Place } from "../problem";
import type { KnownPaper } from "./name-store";
import { areApart, type PaperFacts, placeholderTitle } from "./paper-facts";

/** A paper of the import, with all that the import says of it. */
export interface PaperState {
  facts: PaperFacts;
  /** All titles by their keys, the first one being the paper's. */
  titles: Map<string, string>;
  place: Place;
  places: number;
  /** Not there until it is decided what the paper is. */
  slug?: string;
  how: "created" | "known" | "match" | "record";
  known?: KnownPaper;
  fault?: string;
  /** Where it is first named by nothing but a title. */
  titleOnly?: Place;
  warnings: Set<string>;
  /** The paper that this one has turned out to be. */
  into?: PaperState;
}

/** What messages call the paper. */
export function paperName({ facts }: PaperState): string {
  return facts.title ?? placeholderTitle(facts);
}

/** Follows a paper to the one that it has turned out to be. */
export function settled(paper: PaperState): PaperState {
  let state = paper;
  while (state.into) state = state.into;
  return state;
}

/** The papers of an import by all that tells them apart. */
export class PaperIndex {
  private readonly byArxivId = new Map<string, PaperState>();
  private readonly byDoi = new Map<string, PaperState>();
  private readonly byUrl = new Map<string, PaperState>();
  private readonly byTitle = new Map<string, PaperState[]>();

  /** All papers that the facts may be about, the surest first. */
  find({ arxivId, doi, title, url }: PaperFacts): PaperState[] {
    const facts = { arxivId, doi };
    const found = [
      arxivId && this.byArxivId.get(arxivId),
      doi && this.byDoi.get(doi),
      ...(title ? this.titled(title).filter((paper) => !areApart(paper.facts, facts)) : []),
      url && this.ofUrl(url, title, facts),
    ];
    return [...new Set(found.flatMap((paper) => (paper ? [settled(paper)] : [])))];
  }

  /** The papers with the title, whatever their identifiers. */
  titled(title: string): PaperState[] {
    return [...new Set((this.byTitle.get(nameKey(title)) ?? []).map(settled))];
  }

  /** Adds facts to a paper: what it has stays, and so does what another paper has. */
  add(paper: PaperState, { title, arxivId, doi, url, ...more }: PaperFacts): void {
    const { facts } = paper;
    if (arxivId && take(this.byArxivId, arxivId, paper)) facts.arxivId ??= arxivId;
    if (doi && take(this.byDoi, doi, paper)) facts.doi ??= doi;
    if (url && take(this.byUrl, url, paper)) facts.url ??= url;
    if (title) this.addTitle(paper, title);
    facts.year ??= more.year;
    facts.venue ??= more.venue;
    facts.authors ??= more.authors;
  }

  /** Makes one paper part of another. */
  merge(paper: PaperState, into: PaperState): void {
    paper.into = into;
    into.places += paper.places;
    into.titleOnly ??= paper.titleOnly;
    for (const warning of paper.warnings) into.warnings.add(warning);
    this.add(into, paper.facts);
    for (const title of paper.titles.values()) this.addTitle(into, title);
  }

  private addTitle(paper: PaperState, title: string): void {
    const key = nameKey(title);
    paper.facts.title ??= title;
    if (!paper.titles.has(key)) paper.titles.set(key, title);
    const there = this.byTitle.get(key);
    if (!there) this.byTitle.set(key, [paper]);
    else if (!there.includes(paper)) there.push(paper);
  }

  /** An address may be that of several papers, so it tells nothing where both have a title. */
  private ofUrl(url: string, title: string | undefined, facts: PaperFacts): PaperState | undefined {
    const paper = this.byUrl.get(url);
    if (!paper) return undefined;
    const state = settled(paper);
    return (title && state.facts.title) || areApart(state.facts, facts) ? undefined : state;
  }
}

/** Whether the paper is now the one with the identifier. */
function take(papers: Map<string, PaperState>, identifier: string, paper: PaperState): boolean {
  const owner = papers.get(identifier);
  if (owner && settled(owner) !== paper) return false;
  papers.set(identifier, paper);
  return true;
}
