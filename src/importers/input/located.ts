import type { Place, Problem } from "../problem";

/** A parsed document: its value as plain data, and where each part of it stands. */
export interface Located {
  value: unknown;
  /** The place of what stands under the path, or of the nearest thing above it. */
  at(path: readonly (string | number)[]): Place;
}

/** What parsing gives: a document, or the problems for which there is none. */
export type Parsed = { document: Located; problems: [] } | { document: null; problems: Problem[] };
