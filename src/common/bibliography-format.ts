import { registerEnumType } from "type-graphql";

export enum BibliographyFormat {
  BIBTEX = "BIBTEX",
  BIBLATEX = "BIBLATEX",
  CSL_JSON = "CSL_JSON",
  RIS = "RIS",
}

registerEnumType(BibliographyFormat, {
  name: "BibliographyFormat",
  description:
    "How a bibliography is written. In all of them, what is not known of a work is left out, and its key stays the same whatever else is listed.",
  valuesConfig: {
    BIBTEX: {
      description:
        "BibTeX: letters with accents and symbols as commands, braces around what must keep its capitals. Letters of other scripts are kept as UTF-8.",
    },
    BIBLATEX: { description: "BibLaTeX for biber, in UTF-8: dates as `date`, arXiv ids as `eprint`." },
    CSL_JSON: { description: "CSL-JSON, as Pandoc, Zotero and citeproc read it: a list of objects." },
    RIS: { description: "RIS in UTF-8, as reference managers read it." },
  },
});

export enum CitationStyle {
  APA = "APA",
  HARVARD = "HARVARD",
  VANCOUVER = "VANCOUVER",
}

registerEnumType(CitationStyle, {
  name: "CitationStyle",
  description: "The style of a formatted reference, by the Citation Style Language.",
  valuesConfig: {
    APA: { description: "American Psychological Association, 7th edition." },
    HARVARD: { description: "Harvard, author and date." },
    VANCOUVER: { description: "Vancouver, without the number before it." },
  },
});
