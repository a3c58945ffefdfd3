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

/** A list of a kept answer as a file. */
export interface AnswerFile {
  fileName: string;
  mediaType: string;
  text: string;
}

/** Gives kept answers. Both throw a CallerError NOT_FOUND where none is kept by the id. */
export interface AnswerSource {
  /** Endings of the files that lists can be had as. */
  endings: readonly string[];
  view(id: string): Promise<AnswerView>;
  /**
   * A list of an answer; the first one when not given.
   * @throws CallerError for a list that the answer does not have
   */
  file(id: string, ending: string, list: string | null): Promise<AnswerFile>;
}
