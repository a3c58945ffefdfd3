/** The packages have no types of their own; these are of the parts that are used. */
declare module "@citation-js/core" {
  export interface CslName {
    family?: string;
    given?: string;
    suffix?: string;
    literal?: string;
    "non-dropping-particle"?: string;
  }

  /** A work in CSL-JSON. */
  export interface CslItem {
    id: string;
    type: string;
    title: string;
    author?: CslName[];
    issued?: { "date-parts": number[][] };
    "container-title"?: string;
    genre?: string;
    publisher?: string;
    number?: string;
    version?: string;
    note?: string;
    DOI?: string;
    URL?: string;
  }

  /** An entry of BibTeX or BibLaTeX before it is written. */
  export interface BibEntry {
    type: string;
    label: string;
    properties: Record<string, string>;
  }

  export type RisRecord = Record<string, string | string[]>;

  export class Cite {
    constructor(items: readonly CslItem[], options: { generateGraph: false });
    format(as: "data", options: { format: "object" }): CslItem[];
    format(as: "bibtex" | "biblatex", options: { format: "object" }): BibEntry[];
    format(as: "ris", options: { format: "object" }): RisRecord[];
    format(
      as: "bibliography",
      options: { style: string; format: "text"; asEntryArray: true; nosort: true },
    ): [key: string, text: string][];
  }

  export const plugins: { config: { get(name: "@bibtex"): { format: { asciiOnly: boolean } } } };
}

declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-csl";
declare module "@citation-js/plugin-ris";
