import { nameKey } from "../../common/name-key";
import { readArxivId, readDoi } from "../../domain/catalogue/kind";
import type { NamedPaper } from "../named-result";
import type { KnownPaper } from "./name-store";

/** What is said of a paper; identifiers are in the form in which they are compared. */
export interface PaperFacts {
  title?: string;
  arxivId?: string;
  doi?: string;
  url?: string;
  year?: number;
  venue?: string;
  authors?: string[];
}

/**
 * What a mention says. An address that is an arXiv id's or a DOI's is read as that; what is no identifier or address is
 * left out.
 */
export function readFacts({ title, arxivId, doi, url, year, venue, authors }: NamedPaper): PaperFacts {
  const ofAddress = { arxivId: readArxivId(url ?? ""), doi: readDoi(url ?? "") };
  const isPage = url !== undefined && !ofAddress.arxivId && !ofAddress.doi && /^https?:\/\/\S+$/.test(url);
  return {
    title: title?.trim() || undefined,
    arxivId: readArxivId(arxivId ?? "") ?? ofAddress.arxivId ?? undefined,
    doi: readDoi(doi ?? "") ?? ofAddress.doi ?? undefined,
    url: isPage ? url : undefined,
    year,
    venue,
    authors: authors?.length ? authors : undefined,
  };
}

/**
 * What a paper is called in the absence of a title: its arXiv id, DOI or address. It is an identifier, not a title, and
 * gives way to the first title that is said.
 */
export function placeholderTitle({ arxivId, doi, url }: PaperFacts): string {
  if (arxivId) return `arXiv:${arxivId}`;
  return doi ? `doi:${doi}` : (url ?? "");
}

/** Whether the name of a known paper is no title. */
export function isPlaceholder({ name, arxivId, doi, url }: KnownPaper): boolean {
  const facts = { arxivId: arxivId ?? undefined, doi: doi?.toLowerCase(), url: url ?? undefined };
  return name === placeholderTitle(facts);
}

/** Whether two papers cannot be one, for they have different identifiers of the same sort. */
export function areApart(
  one: { arxivId?: string | null; doi?: string | null },
  other: { arxivId?: string | null; doi?: string | null },
): boolean {
  if (one.arxivId && other.arxivId) return one.arxivId !== other.arxivId;
  return Boolean(one.doi && other.doi && one.doi.toLowerCase() !== other.doi.toLowerCase());
}

/** What makes a paper itself. */
export function paperIdentity({ title, arxivId, doi, url }: PaperFacts): string {
  if (arxivId) return `Paper\narxiv\n${arxivId}`;
  if (doi) return `Paper\ndoi\n${doi}`;
  return title ? `Paper\ntitle\n${nameKey(title)}` : `Paper\nurl\n${url}`;
}
