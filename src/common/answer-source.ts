import type { Cancellation } from "./cancellation";

/** A list of a kept answer as a table. */
export interface AnswerTable {
  /** The way to the list in the answer, such as `leaderboard.ranking.nodes`. */
  list: string;
  rowCount: number;
  /** A `table` element. */
  html: string;
}

/** A kept answer as a page shows it and as JSON tells it. */
export interface AnswerView {
  id: string;
  title: string;
  address: string;
  query: string;
  variables: Readonly<Record<string, unknown>>;
  data: unknown;
  contentHash: string;
  revision: number;
  dataVersion: string;
  dataChangedAt: string;
  keptAt: string;
  serviceVersion: string;
  /** The lists of the answer. */
  tables: readonly AnswerTable[];
  /** What stands outside of lists, by the way to it. */
  values: readonly { path: string; text: string }[];
  /** How to cite it. */
  citation: { bibtex: string; text: string };
}

/** A list of a kept answer as a file, which is written when it is asked for. */
export interface AnswerFile {
  fileName: string;
  mediaType: string;
  write(): Promise<string>;
}

/** A kept answer that was found. What it takes to show it is done when that is asked for. */
export interface OpenAnswer {
  /** Bytes of the answer as JSON. */
  bytes(): Promise<number>;
  view(): Promise<AnswerView>;
  /**
   * A list of it; the first one when not given.
   * @throws CallerError for a list that the answer does not have
   */
  file(ending: string, list: string | null): Promise<AnswerFile>;
}

/** Gives kept answers. */
export interface AnswerSource {
  /** Endings of the files that lists can be had as. */
  endings: readonly string[];
  /** Where everybody reaches the service, which stands in all that is shown; null where nobody said so. */
  publicUrl: string | null;
  /** Finds an answer; what is shown of it stops when the work is given up. @throws CallerError NOT_FOUND where none is kept by the id */
  open(id: string, work: Cancellation): Promise<OpenAnswer>;
}
