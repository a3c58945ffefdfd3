import type { CslItem, CslName } from "@citation-js/core";
import type { Citable, CitedAuthor } from "../../common/citable";
import { onOneLine } from "../tables/plain-text";
import { personName } from "./person-name";
import { journalName, venueKind, yearOfVenue } from "./venue";

const ARXIV = "https://arxiv.org/abs/";

/** Where a paper was published, in the terms of CSL. */
function publication({
  venue,
  arxivId,
}: Citable): Pick<CslItem, "type" | "container-title" | "publisher" | "number"> {
  const kind = venue === null ? "preprint" : venueKind(venue);
  if (venue !== null && kind !== "preprint") {
    if (kind === "journal") return { type: "article-journal", "container-title": journalName(venue) };
    return { type: kind === "conference" ? "paper-conference" : "document", "container-title": venue };
  }
  if (arxivId !== null) return { type: "article", publisher: "arXiv", number: `arXiv:${arxivId}` };
  return { type: "document", ...(venue !== null && { "container-title": venue }) };
}

function what(work: Citable): Pick<CslItem, "type"> & Partial<CslItem> {
  if (work.kind === "paper") return publication(work);
  if (work.kind === "data") return { type: "dataset" };
  return { type: "document", ...(work.genre !== null && { genre: work.genre }) };
}

/** Of a paper that was published, the year is that of the publication where its venue names it. */
function issuedOf({ venue, issued }: Citable): readonly number[] | null {
  const year = venue === null ? null : yearOfVenue(venue);
  return year === null ? issued : [year];
}

function urlOf({ url, doi, arxivId }: Citable): string | null {
  return url ?? (doi === null && arxivId !== null ? `${ARXIV}${arxivId}` : null);
}

function authorOf({ name, isOrganisation }: CitedAuthor): CslName {
  const text = onOneLine(name);
  return isOrganisation ? { literal: text } : personName(text);
}

/** A work in CSL-JSON, from which every format is made; what is not known is not there. */
export function cslItem(given: Citable): CslItem {
  const venue = given.venue === null ? null : onOneLine(given.venue);
  const work = { ...given, venue: venue || null };
  const { key, title, authors, doi, version, note } = work;
  const issued = issuedOf(work);
  const url = urlOf(work);
  return {
    id: key,
    ...what(work),
    title: onOneLine(title),
    ...(authors.length > 0 && { author: authors.map(authorOf) }),
    ...(issued && { issued: { "date-parts": [[...issued]] } }),
    ...(version !== null && { version }),
    ...(note !== null && { note: onOneLine(note) }),
    ...(doi !== null && { DOI: doi }),
    ...(url !== null && { URL: url }),
  };
}
