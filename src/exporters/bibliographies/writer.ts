import type { Citable } from "../../common/citable";

/** Writes bibliographies in one format. */
export interface BibliographyWriter {
  mediaType: string;
  /** The ending of its files, without the point. */
  extension: string;
  /** What stands before the first work, between two, and behind the last one. */
  frame: { before: string; between: string; after: string };
  /** Each work, written. */
  write(works: readonly Citable[]): string[];
}
