/** A place in an imported file; line and column are counted from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** Something in an imported file that cannot be used, and where it stands. */
export interface Problem extends Place {
  message: string;
  /**
   * "warning": the rest is imported without it, or as the message says. Not given: nothing can be imported until it is
   * mended.
   */
  level?: "warning";
}

/** Says a problem on one line, with its place in front where it has one, as editors and terminals recognise it. */
export function problemLine({ file, line, column, message, level }: Problem): string {
  const place = file ? `${file}:${line}:${column}: ` : "";
  return `${place}${level ? `${level}: ` : ""}${message}`;
}

/** An import cannot be carried out; nothing was written. */
export class ImportError extends Error {
  constructor(readonly problems: Problem[]) {
    super(problems.map(problemLine).join("\n"));
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
