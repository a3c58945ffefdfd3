import type { RequestWatch } from "./request-watch";

/** Of a slow request, so many of its statements are logged: those that took longest. */
const MOST_STATEMENTS = 5;
const LONGEST_STATEMENT = 2_000;

/** Logs a request that took long, with what it did; never the values of its variables. */
export function logSlowQuery(watch: RequestWatch, ms: number): void {
  const slowest = [...watch.statements].sort((a, b) => b.ms - a.ms).slice(0, MOST_STATEMENTS);
  watch.log.warn("Slow query", {
    operation: watch.operation ?? null,
    document: watch.documentHash ?? null,
    ms: rounded(ms),
    statementCount: watch.statements.length,
    statementMs: rounded(watch.statements.reduce((sum, statement) => sum + statement.ms, 0)),
    statements: slowest.map(({ text, ms, failed }) => ({
      ms: rounded(ms),
      ...(failed && { failed }),
      text: inOneLine(text),
    })),
  });
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}

function inOneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST_STATEMENT ? `${line.slice(0, LONGEST_STATEMENT)} [...]` : line;
}
