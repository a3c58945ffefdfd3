import type { BibEntry, CslItem } from "@citation-js/core";
import type { Citable } from "../../common/citable";
import { bibNames } from "./bib-names";
import { type BibText, bibText, bibTitle, bibVerbatim } from "./bib-text";
import { cited, cslItems } from "./library";
import type { BibliographyWriter } from "./writer";

interface Flavour {
  name: "bibtex" | "biblatex";
  how: BibText;
  /** What a preprint is, which was published nowhere. */
  preprint: string;
  eprintType: string;
}

const CONTAINERS = ["booktitle", "journal", "journaltitle"] as const;

/** Of the fields that the library chose, those whose values are written as they are. */
const VERBATIM = ["doi", "url", "year", "date", "version"] as const;

/** A work's fields in order: which they are is the library's choice, how they are written is ours. */
function fieldsOf(item: CslItem, { arxivId }: Citable, { properties }: BibEntry, flavour: Flavour) {
  const { how, name, eprintType } = flavour;
  const fields: [string, string][] = [];
  const add = (field: string, value: string | undefined) => value && fields.push([field, value]);
  const container = item["container-title"];
  const text = (value: string | undefined) => value && bibText(value, how);
  add("author", item.author && bibNames(item.author, how));
  // Styles that sort go by authors, and need something else where there are none; biber takes the title.
  if (!item.author && name === "bibtex") add("key", bibText(item.title, how));
  add("title", bibTitle(item.title, how));
  const place = item.type === "document" ? undefined : CONTAINERS.find((field) => field in properties);
  if (place && container) add(place, bibText(container, how));
  else add("howpublished", text(container ?? item.genre));
  if (name === "bibtex" && item.type === "article") add("howpublished", text(item.number));
  for (const field of VERBATIM) add(field, properties[field] && bibVerbatim(properties[field]));
  if (arxivId !== null) {
    add("eprint", bibVerbatim(arxivId));
    add(eprintType, "arXiv");
  }
  add("note", text(item.note));
  return fields;
}

function writer(flavour: Flavour): BibliographyWriter {
  return {
    mediaType: `application/x-bibtex; charset=utf-8`,
    extension: "bib",
    frame: { before: "", between: "\n", after: "" },
    write(works) {
      const cite = cited(works);
      const items = cslItems(cite);
      return cite.format(flavour.name, { format: "object" }).map((entry, i) => {
        const item = items[i];
        const type = item.type === "article" ? flavour.preprint : entry.type;
        const fields = fieldsOf(item, works[i], entry, flavour);
        const lines = fields.map(([field, value]) => `  ${field} = {${value}}`).join(",\n");
        return `@${type}{${works[i].key},\n${lines}\n}\n`;
      });
    },
  };
}

/** BibTeX: other letters than those of ASCII as commands. */
export const bibtex = writer({
  name: "bibtex",
  how: { asciiOnly: true },
  preprint: "misc",
  eprintType: "archiveprefix",
});

/** BibLaTeX, which biber reads as UTF-8. */
export const biblatex = writer({
  name: "biblatex",
  how: { asciiOnly: false },
  preprint: "online",
  eprintType: "eprinttype",
});
