import type { Problem } from "./problem";

/** So many problems are kept; all are counted. */
const KEPT = 10_000;

/** The problems of an import, as they are found. */
export class ProblemList {
  count = 0;
  /** How many of them do no harm. */
  warnings = 0;
  /** Whether one of them forbids the import. */
  refuse = false;
  private readonly kept: Problem[] = [];
  private readonly order: Map<string, number>;

  constructor(files: readonly string[]) {
    this.order = new Map(files.map((name, i) => [name, i]));
  }

  add(problem: Problem): void {
    this.count += 1;
    const forbids = problem.level !== "warning";
    this.refuse ||= forbids;
    if (!forbids) this.warnings += 1;
    // What forbids the import is always told, however many warnings came before it.
    if (this.kept.length < KEPT || (forbids && this.kept.length < 2 * KEPT)) this.kept.push(problem);
  }

  /** In the order of the files. */
  sorted(): Problem[] {
    const position = ({ file }: Problem) => this.order.get(file) ?? -1;
    return [...this.kept].sort((a, b) => position(a) - position(b) || a.line - b.line || a.column - b.column);
  }
}
