import type { DocumentNode, ExecutionResult } from "graphql";

/** Asks queries within a request, each within the limits of one that came by itself. */
export interface InnerQueries {
  /** Parses and validates a query. @throws CallerError for one that is too large or does not fit the schema */
  parse(query: string): DocumentNode;
  /**
   * Executes a query that was parsed, and has whoever asked charged for it.
   * @throws CallerError for variables that cannot be used, and when all that is asked within the request costs too much
   */
  ask(
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>>,
    context: object,
  ): Promise<ExecutionResult>;
  /** Counts an answer that is going to be kept. Rejects when the client has kept as many as it may. */
  admitKeeping(): Promise<void>;
  /** Begins anew, for the request is executed once more. What was charged for is not charged for again. */
  again(): void;
  /** Has the whole request answered with this error alone. */
  refuse(error: Error): void;
}
