/** What one request may be. */
export interface Limits {
  /** Points that one query may cost. */
  cost: number;
  /** Points that one file may cost, which is read page by page. */
  fileCost: number;
  /** Levels of fields within each other. */
  depth: number;
  /** Fields that are given another name. */
  aliases: number;
  /** Uses of directives. */
  directives: number;
  /** Fields of the outermost level. */
  rootFields: number;
  /** Words and signs of a document. */
  tokens: number;
  /** Bytes of a body. */
  bodyBytes: number;
  /** Milliseconds until a request is given up. */
  deadlineMs: number;
}

/** Limits that the documented queries keep by far. */
export const DEFAULT_LIMITS: Limits = {
  cost: 10_000,
  fileCost: 500_000,
  depth: 20,
  aliases: 200,
  directives: 100,
  rootFields: 100,
  tokens: 15_000,
  bodyBytes: 256 * 1024,
  deadlineMs: 20_000,
};
