import type { MetricRow, SubmissionMatch } from "../../domain/catalogue/name.queries";
import type { ThingKind } from "./named-kind";

/** A thing that has a name, and by what it has it. */
export interface KnownName {
  /** The key that was asked for. */
  key: string;
  via: "name" | "alias" | "slug";
  slug: string;
  name: string;
}

export interface KnownSplit {
  slug: string;
  name: string;
  default: boolean;
}

export interface KnownLeaderboard extends KnownName {
  benchmark: string;
  metric: string;
  splits: KnownSplit[];
}

/** A metric, as it is kept. */
export type KnownMetric = MetricRow;

export interface KnownPaper extends KnownName {
  arxivId: string | null;
  doi: string | null;
  url: string | null;
  year: number | null;
  venue: string | null;
  authors: string[];
}

/** Submissions of a benchmark with a name, or the one with a slug. */
export type KnownSubmission = SubmissionMatch;

/** One of the ways to write a thing's name. */
export interface NameText {
  slug: string;
  name: string;
  text: string;
  unit?: string | null;
  arxivId?: string | null;
  doi?: string | null;
}

/** What an import asks of the names that are known already, always for many at once. */
export interface NameStore {
  /** The things that have one of the keys as name, alias or slug. */
  things(kind: Exclude<ThingKind, "Leaderboard">, keys: readonly string[]): Promise<KnownName[]>;
  leaderboards(keys: readonly string[]): Promise<KnownLeaderboard[]>;
  /** The papers that have one of the keys as title, alias, slug, arXiv id or DOI. */
  papers(keys: readonly string[]): Promise<KnownPaper[]>;
  metrics(): Promise<KnownMetric[]>;
  submissions(
    names: readonly { benchmark: string; key: string }[],
    slugs: readonly string[],
  ): Promise<KnownSubmission[]>;
  /** Every name and alias of a kind, in pieces; asked for once, and only when something is not known. */
  names(kind: ThingKind | "Paper"): AsyncIterable<NameText[]>;
}
