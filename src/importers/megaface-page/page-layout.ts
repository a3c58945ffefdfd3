/**
 * What pages of this kind look like. Everything that is particular to them, and not said by a page itself, stands here.
 */
export const LAYOUT = {
  /** The benchmark whose results such pages show; they do not name it in a heading. */
  benchmark: "MegaFace",
  /** Head of a table; between the columns that are always there stand the names of the splits. */
  tableHead: /^Algorithm\s+Date Submitted\s+(?<splits>\S.*\S)\s+Data Set Size$/i,
  splitName: /\p{L}+ \d+/gu,
  /** Head of the list of descriptions; the first of them follows on the next line. */
  descriptionsHead: /^Algorithm Details$/i,
  /** Title over a table: what is counted, and against what it is plotted. */
  tableTitle: /^(?<measure>\p{L}+) (?:Rate|Rank) vs\.? \S/iu,
  /** Headings of plots, which close a panel and say what its table is about. Texts in place of images do not. */
  closing: /^(?:Rank-\d+ )?(?<measure>\p{L}+) Performance(?: with .+)?$/iu,
  /** What a table can be about; each is published as a rate. */
  measures: ["Identification", "Verification"],
  quantity: "Rate",
  size: { large: "LARGE", small: "SMALL" },
  reportedByAuthor: /\(reported by (?:the )?authors?\)/i,
} as const;
