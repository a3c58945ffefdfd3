/** Something in an imported file that cannot be used, and where it stands. */
export interface Problem {
  file: string;
  /** Line and column, counted from 1. */
  line: number;
  column: number;
  message: string;
}

/** An import cannot be carried out; nothing was written. */
export class ImportError extends Error {
  constructor(readonly problems: Problem[]) {
    super(
      problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`).join("\n"),
    );
    this.name = "ImportError";
  }
}

/** The store refused data that do not fit what it holds already; nothing was written. */
export class DataRefused extends Error {
  constructor(problem: string) {
    super(`${problem} Nothing was written.`);
    this.name = "DataRefused";
  }
}
