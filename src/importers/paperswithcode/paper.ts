import { nameKey } from "../../common/name-key";
import type { NamedPaper } from "../named-result";
import type { Place } from "../problem";
import { addressIn, addressKey, arxivIdIn, doiIn } from "./paper-ids";
import type { Part } from "./part";

/** The paper of a row, and the text by which it is the same in all rows. */
export interface RowPaper {
  key: string;
  paper: NamedPaper;
  titlePlace: Place;
}

/** "Smith et al., ACL'19" is a reference to a paper: another paper may have the same. */
const REFERENCE = /\bet al\b.*\d{2}\W*$/i;

/**
 * Reads `paper_url` and `paper_title`; null where they name no paper. Identifiers are taken from either. A title that
 * has an address in it, or is only a reference, is no title.
 */
export function readPaper(row: Part): RowPaper | null {
  const link = row.text("paper_url");
  const words = row.text("paper_title");
  const texts = [link, words].filter((text) => text !== null);
  if (texts.length === 0) return null;
  const first = (find: (text: string) => string | null) =>
    texts.map(find).find((found) => found !== null) ?? undefined;
  const arxivId = first(arxivIdIn);
  const doi = arxivId === undefined ? first(doiIn) : undefined;
  const url = first(addressIn);
  const isTitle = words !== null && addressIn(words) === null && !REFERENCE.test(words);
  const title = isTitle ? words : undefined;
  const key = keyOf({ arxivId, doi, url, title });
  checkLink(row, link, arxivId ?? doi);
  if (key === null) {
    if (words !== null) {
      row.child("paper_title").warn("paper_title refers to a paper but is not its title; it is left out.");
    }
    return null;
  }
  const titlePlace = row.child("paper_title").place;
  const place = link === null ? titlePlace : row.child("paper_url").place;
  const known = { title, arxivId, doi, url };
  const said = Object.entries(known).filter(([, text]) => text !== undefined);
  return { key, titlePlace, paper: { place, ...Object.fromEntries(said) } };
}

function keyOf({ arxivId, doi, url, title }: Omit<NamedPaper, "place">): string | null {
  if (arxivId) return `arXiv ${arxivId}`;
  if (doi) return `doi ${doi.toLowerCase()}`;
  if (url) return addressKey(url);
  return title ? nameKey(title) : null;
}

function checkLink(row: Part, link: string | null, id: string | undefined): void {
  if (link === null) return;
  const address = addressIn(link);
  if (address === null && !id) {
    const right = "must be an address that begins with https:// or http://";
    row.child("paper_url").warn(`paper_url ${right}, not ${JSON.stringify(link)}; it is left out.`);
  } else if (address !== null && address !== link) {
    row.child("paper_url").warn(`paper_url has more in it than an address; only ${address} is kept.`);
  }
}
