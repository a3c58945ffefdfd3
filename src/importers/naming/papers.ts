import { nameKey } from "../../common/name-key";
import type { PaperRecord } from "../../domain/paper/paper.commands";
import type { NamedPaper } from "../named-result";
import type { Place, Problem } from "../problem";
import { listed } from "./decision";
import { matchesOf, type NameMatch, type PlacedMatch, writeMatch } from "./name-match";
import type { KnownPaper, NameStore } from "./name-store";
import { areApart, isPlaceholder, paperIdentity, readFacts } from "./paper-facts";
import { PaperIndex, type PaperState, paperName, settled } from "./paper-index";
import { paperSlugText } from "./paper-slug";
import { slugChoices } from "./slug";
import { SlugClaims } from "./slug-claims";
import { MOST_NAME_LENGTH } from "./thing-names";

/** Decides which papers an import speaks of: the same by arXiv id, by DOI or by title. */
export class Papers {
  readonly states: PaperState[] = [];
  readonly matches: Map<string, PlacedMatch>;
  private readonly index = new PaperIndex();
  private readonly byMention = new Map<string, PaperState | null>();
  private readonly bySlug = new Map<string, PaperState>();
  private readonly found = new Map<string, KnownPaper[]>();
  private readonly claims = new SlugClaims((slug) => this.rows(slug).some((row) => row.slug === slug));
  private readonly nameless: Problem[] = [];
  private undecided: PaperState[] = [];
  private asks = new Set<string>();

  constructor(
    private readonly store: NameStore,
    matches: readonly NameMatch[],
  ) {
    this.matches = matchesOf("Paper", matches);
    for (const { ref } of this.matches.values()) this.asks.add(ref);
  }

  want(mention: NamedPaper): void {
    const code = codeOf(mention);
    if (this.byMention.has(code)) return;
    const facts = readFacts(mention);
    if (!facts.title && !facts.arxivId && !facts.doi && !facts.url) {
      const message = "The paper has no title, arXiv id, DOI or address that can be read; it is left out.";
      this.nameless.push({ ...mention.place, message, level: "warning" });
      this.byMention.set(code, null);
      return;
    }
    const { title, arxivId, doi, url } = facts;
    for (const ask of [title && nameKey(title), arxivId, doi, url && nameKey(url)]) {
      if (ask) this.asks.add(ask);
    }
    const candidates = this.index.find(facts);
    const decided = candidates.find(({ slug }) => slug !== undefined);
    const paper = decided ?? candidates[0] ?? this.open(mention.place, facts.title);
    const others = candidates.filter((each) => each !== paper && !areApart(each.facts, paper.facts));
    const apart = others.filter((other) => !this.unite(other, paper));
    const isTitleOfOther = title !== undefined && apart.some(({ titles }) => titles.has(nameKey(title)));
    this.index.add(paper, isTitleOfOther ? { ...facts, title: undefined } : facts);
    if (facts.title && !facts.arxivId && !facts.doi) paper.titleOnly ??= mention.place;
    this.byMention.set(code, paper);
  }

  async lookUp(): Promise<void> {
    this.undecided = this.undecided.filter((paper) => !paper.into);
    for (const { facts } of this.undecided) {
      for (const slug of slugChoices(paperSlugText(facts), paperIdentity(facts))) this.asks.add(slug);
    }
    const asks = [...this.asks].filter((ask) => !this.found.has(ask));
    this.asks = new Set();
    for (const ask of asks) this.found.set(ask, []);
    if (asks.length) for (const row of await this.store.papers(asks)) this.found.get(row.key)?.push(row);
    for (const paper of this.undecided) this.decide(paper);
    this.undecided = [];
  }

  /** The slug of the paper; undefined where nothing tells which it is. */
  resolve(mention: NamedPaper): string | undefined {
    const paper = this.byMention.get(codeOf(mention));
    if (!paper) return undefined;
    const state = settled(paper);
    state.places += 1;
    return state.slug;
  }

  /** Takes note of a paper that the import records itself. Gives what is wrong with it. */
  register({ slug, title, aliases = [], ...facts }: PaperRecord, place: Place): string | null {
    const [there] = this.index.find({ title, ...facts });
    if (there?.how === "created" && there.slug !== slug) {
      return `"${title}" is named before it is recorded. Put the record in front.`;
    }
    const paper = this.bySlug.get(slug) ?? this.open(place);
    Object.assign(paper, { slug, how: "record" });
    this.undecided = this.undecided.filter((each) => each !== paper);
    this.bySlug.set(slug, paper);
    this.claims.reserve(slug);
    this.index.add(paper, { title, ...facts });
    for (const alias of aliases) this.index.add(paper, { title: alias });
    return null;
  }

  /** The papers that a slug, title, alias or identifier means. */
  rows(ref: string): KnownPaper[] {
    const rows = this.found.get(ref) ?? [];
    const named = rows.filter(({ via }) => via !== "slug");
    return [...new Map((named.length ? named : rows).map((row) => [row.slug, row])).values()];
  }

  /** The papers that were used, each once. */
  used(): PaperState[] {
    return this.states.filter(({ into, places }) => !into && places > 0);
  }

  problems(): Problem[] {
    const warned = this.used().flatMap((paper) =>
      [...paper.warnings].map((message) => ({ ...paper.place, message, level: "warning" as const })),
    );
    return [...this.nameless, ...warned, ...this.used().flatMap((paper) => this.vague(paper) ?? [])];
  }

  /** The papers of the import that have the title. */
  titled(title: string): PaperState[] {
    return this.index.titled(title);
  }

  /** A title alone says nothing where several papers have it, in whatever order they are named. */
  private vague(paper: PaperState): Problem | null {
    const others = [...paper.titles.values()].flatMap((title) => this.titled(title));
    const papers = [...new Set(others)].map((each) => ({ name: paperName(each), slug: each.slug ?? "" }));
    if (!paper.titleOnly || papers.length < 2) return null;
    const message = `The paper "${paperName(paper)}" can mean ${listed(papers)}. Say which by its arXiv id or DOI.`;
    return { ...paper.titleOnly, message };
  }

  private open(place: Place, title?: string): PaperState {
    const same = title === undefined ? [] : this.index.titled(title);
    const paper: PaperState = {
      facts: {},
      titles: new Map(),
      place,
      places: 0,
      how: "created",
      warnings: new Set(same.map((each) => twoOf(paperName(each)))),
    };
    this.states.push(paper);
    this.undecided.push(paper);
    return paper;
  }

  /** Whether a paper could be made part of another: not when records may refer to it already. */
  private unite(paper: PaperState, into: PaperState): boolean {
    if (paper.slug === undefined) this.index.merge(paper, into);
    else into.warnings.add(`"${paperName(into)}" and "${paperName(paper)}" may be one paper; they stay two.`);
    return paper.slug === undefined;
  }

  private decide(paper: PaperState): void {
    const { facts } = paper;
    const match = this.matchOf(paper);
    const meant = match ? this.rows(match.ref) : this.meant(paper);
    if (meant.length > 0) {
      const [known] = meant;
      const there = this.bySlug.get(known.slug);
      if (there) {
        this.index.merge(paper, there);
        return;
      }
      Object.assign(paper, { slug: known.slug, known, how: match ? "match" : "known" });
      this.bySlug.set(known.slug, paper);
      const { arxivId, doi } = known;
      this.index.add(paper, {
        arxivId: arxivId ?? undefined,
        doi: doi?.toLowerCase(),
        title: isPlaceholder(known) ? undefined : known.name,
      });
    } else {
      paper.slug = this.claims.claim(paperSlugText(facts), paperIdentity(facts));
      this.bySlug.set(paper.slug, paper);
    }
    if (meant.length > 1) {
      const example = writeMatch({ kind: "Paper", name: paperName(paper), ref: meant[0].slug });
      paper.fault = `The paper "${paperName(paper)}" can mean ${listed(meant)}. Say which, as in --match "${example}".`;
    }
    if (paperName(paper).length > MOST_NAME_LENGTH) {
      paper.fault = `The title of a paper is too long. Most are ${MOST_NAME_LENGTH} letters.`;
    }
  }

  private matchOf(paper: PaperState): PlacedMatch | undefined {
    const keys = [...paper.titles.keys(), nameKey(paperName(paper))];
    return keys.map((key) => this.matches.get(key)).find((match) => match !== undefined);
  }

  /** The known papers that it can be, by its surest sign. */
  private meant(paper: PaperState): KnownPaper[] {
    const { arxivId, doi, url } = paper.facts;
    const identified =
      (arxivId && this.rows(arxivId).filter((row) => row.arxivId === arxivId)[0]) ||
      (doi && this.rows(doi).filter((row) => row.doi?.toLowerCase() === doi)[0]);
    const addressed = url ? this.rows(nameKey(url)).filter((row) => row.name === url) : [];
    const titled = [...addressed, ...[...paper.titles.keys()].flatMap((key) => this.rows(key))];
    const fitting = titled.filter((row) => !areApart(row, paper.facts));
    if (identified) {
      const others = fitting.filter(({ slug }) => slug !== identified.slug);
      if (others.length)
        paper.warnings.add(
          `"${paperName(paper)}" is taken for ${listed([identified])}, though ${listed(others)} has the title.`,
        );
      return [identified];
    }
    if (titled.length && !fitting.length) paper.warnings.add(twoOf(paperName(paper)));
    return [...new Map(fitting.map((row) => [row.slug, row])).values()];
  }
}

function twoOf(title: string): string {
  return `Two papers are titled "${title}", for their identifiers differ.`;
}

/** The same text for mentions that say the same. */
function codeOf({ title, arxivId, doi, url, year }: NamedPaper): string {
  return `${arxivId ?? ""}\n${doi ?? ""}\n${url ?? ""}\n${year ?? ""}\n${title ?? ""}`;
}
