import { type Citable, citable } from "../../common/citable";
import type { Paper } from "../paper/paper.entity";

/** What is to be cited of a paper: what is known of it. */
export function paperEntry({ slug, title, authors, year, venue, arxivId, doi, url }: Paper): Citable {
  return citable({
    key: slug,
    kind: "paper",
    title,
    authors: authors.map((name) => ({ name, isOrganisation: false })),
    issued: year === null ? null : [year],
    venue,
    arxivId,
    doi,
    url,
  });
}
