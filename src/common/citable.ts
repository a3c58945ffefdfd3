/** Who made a work: a person's name as published, or a name that is not to be taken apart. */
export interface CitedAuthor {
  name: string;
  isOrganisation: boolean;
}

/** Something that can be cited, as far as it is known. Null is what is not known. */
export interface Citable {
  /** By what a text refers to it: unique, and the same whatever else is cited. */
  key: string;
  kind: "paper" | "submission" | "data";
  title: string;
  authors: readonly CitedAuthor[];
  /** Year, month, day; as many of them as are known. */
  issued: readonly number[] | null;
  /** Where a paper was published, as its source writes it. */
  venue: string | null;
  /** What kind of thing it is, in words, where it is no paper. */
  genre: string | null;
  arxivId: string | null;
  doi: string | null;
  url: string | null;
  version: string | null;
  note: string | null;
}

const NOTHING_KNOWN = {
  authors: [],
  issued: null,
  venue: null,
  genre: null,
  arxivId: null,
  doi: null,
  url: null,
  version: null,
  note: null,
};

/** A work of which nothing is known but what is given. */
export function citable(known: Pick<Citable, "key" | "kind" | "title"> & Partial<Citable>): Citable {
  return { ...NOTHING_KNOWN, ...known };
}
