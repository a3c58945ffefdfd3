import { slugify } from "../../common/slugify";
import type { PaperFacts } from "./paper-facts";
import { cutSlug } from "./slug";

/** Words that say little of a title. */
const SMALL_WORDS = new Set(
  "a an and are as at by do does for from how in into is it of on or the to towards toward via we what when with".split(
    " ",
  ),
);

const MOST_OF_TITLE = 60;

/** The last name of an author who is written "Given Family" or "Family, Given". */
function familyName(author: string): string {
  const [beforeComma, given] = author.split(",");
  return slugify(given === undefined ? (author.trim().split(/\s+/).at(-1) ?? "") : beforeComma);
}

function titleWord(title: string): string | undefined {
  return slugify(title)
    .split("-")
    .find((word) => word !== "" && !SMALL_WORDS.has(word));
}

/**
 * What a new paper's slug is made of: first author, year and a word of the title; else the arXiv id; else the beginning
 * of the title; else the DOI or the address.
 */
export function paperSlugText({ title, authors, year, arxivId, doi, url }: PaperFacts): string {
  const author = authors?.length ? familyName(authors[0]) : "";
  const word = title && titleWord(title);
  if (author && year && word) return `${author} ${year} ${word}`;
  if (arxivId) return `arxiv ${arxivId}`;
  if (title) return cutSlug(slugify(title), MOST_OF_TITLE);
  return doi ? `doi ${doi}` : cutSlug(slugify((url ?? "").replace(/^https?:\/\//i, "")), MOST_OF_TITLE);
}
