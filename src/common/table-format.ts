import { registerEnumType } from "type-graphql";

export enum TableFormat {
  CSV = "CSV",
  TSV = "TSV",
  MARKDOWN = "MARKDOWN",
  LATEX = "LATEX",
  HTML = "HTML",
  JSON_LINES = "JSON_LINES",
}

registerEnumType(TableFormat, {
  name: "TableFormat",
  description:
    "How a table is written. In all of them numbers keep the text that they were published as, and what is not known is never 0.",
  valuesConfig: {
    CSV: {
      description:
        "Comma-separated values (RFC 4180) in UTF-8 without a byte order mark, for programs: the columns' keys as header, no caption, no notes; what is not known is empty.",
    },
    TSV: {
      description:
        "Tab-separated values in UTF-8 as registered with IANA: nothing is quoted, a tab or line break within a text becomes a space. Else as CSV.",
    },
    MARKDOWN: {
      description:
        "A table of GitHub Flavored Markdown: best values bold, the second best in italics; what is not known is a dash.",
    },
    LATEX: {
      description:
        "A LaTeX table with the rules of booktabs: best values bold, the second best underlined; what is not known is a dash. From 41 rows on a longtable. Comments at its top say which packages it needs.",
    },
    HTML: {
      description:
        "An HTML `table` element to put into a page: best values bold, the second best underlined; what is not known is a dash.",
    },
    JSON_LINES: {
      description:
        "One JSON object on each line, by the columns' keys: numbers as text, places and counts as numbers, lists with their marks; what is not known is null.",
    },
  },
});
