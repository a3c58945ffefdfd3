import type { Place, Problem } from "../problem";

/** Keys and, in lists, positions from 0 that lead from the top of a document to a part of it. */
export type Path = readonly (string | number)[];

/** A parsed document: its value as plain data, and where each part of it stands. */
export interface Located {
  /** Numbers in it are rounded to what a double holds: take what was published from `raw`. */
  value: unknown;
  /** The place of what stands under the path, or of the nearest thing above it. */
  at(path: Path): Place;
  /** The place of the key under which it stands; where there is none, that of `at`. */
  keyAt(path: Path): Place;
  /**
   * What the file says at the path: of a number, true, false or null the text as written, such as "0.9300" or ".nan"; of
   * a text its content. Undefined where a list or a map stands, or nothing.
   */
  raw(path: Path): string | undefined;
}

/** What parsing gives: a document, with warnings perhaps, or the problems for which there is none. */
export type Parsed = { document: Located | null; problems: Problem[] };
