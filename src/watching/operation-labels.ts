/** The label of operations without a name. */
export const ANONYMOUS = "anonymous";

/** The label of all names that have none of their own. */
export const OTHER = "other";

/** Most names with a label of their own: each one is a dozen and more of time series. */
export const MOST_NAMES = 100;

/** A name gets a label when it was answered so often: a name that is typed once is not worth one. */
export const ANSWERS_FOR_A_LABEL = 5;

/** Names that are counted on the way to a label. */
const MOST_CANDIDATES = 1_000;

const LONGEST_NAME = 80;

/**
 * Gives operations their label in metrics. Callers choose the names, so there may be any number of them: only the first
 * hundred that are answered again and again have a label.
 */
export class OperationLabels {
  private readonly labels = new Set<string>();
  private candidates = new Map<string, number>();

  /** The label of a name, which counts towards its own when it was answered without errors. */
  of(name: string | undefined, isAnswered: boolean): string {
    if (name === undefined) return ANONYMOUS;
    if (this.labels.has(name)) return name;
    if (isAnswered && this.labels.size < MOST_NAMES && name.length <= LONGEST_NAME) return this.count(name);
    return OTHER;
  }

  private count(name: string): string {
    const answers = (this.candidates.get(name) ?? 0) + 1;
    if (answers >= ANSWERS_FOR_A_LABEL) {
      this.candidates.delete(name);
      this.labels.add(name);
      return name;
    }
    if (this.candidates.size >= MOST_CANDIDATES) this.candidates = new Map();
    this.candidates.set(name, answers);
    return OTHER;
  }
}
