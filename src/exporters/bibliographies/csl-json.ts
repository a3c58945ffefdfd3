import type { CslItem } from "@citation-js/core";
import type { Citable } from "../../common/citable";
import { cited, cslItems } from "./library";
import type { BibliographyWriter } from "./writer";

/** CSL has no field for the arXiv id of what was published elsewhere: there, it is a note. */
export function withArxivNote(item: CslItem, { arxivId }: Citable): CslItem {
  if (arxivId === null || item.type === "article") return item;
  return { ...item, note: [item.note, `arXiv:${arxivId}`].filter(Boolean).join(" ") };
}

/** CSL-JSON: a list of objects, one on each line. */
export const cslJson: BibliographyWriter = {
  mediaType: "application/vnd.citationstyles.csl+json",
  extension: "json",
  frame: { before: "[\n", between: ",\n", after: "\n]\n" },
  write: (works) => cslItems(cited(works)).map((item, i) => JSON.stringify(withArxivNote(item, works[i]))),
};
