import { CallerError, ErrorCode } from "../common/errors";

/**
 * Deepest nesting of brackets in a document. The recursion of parser and printer grows with it, and printing a
 * deep value for an error takes quadratic time. Long queries of real pages stay below 30.
 */
export const MAX_NESTING = 200;

/** Strings and comments come first, so that brackets within them are skipped. */
const TOKENS = /"""(?:\\"""|[\s\S])*?"""|"(?:\\[^\n\r]|[^"\\\n\r])*"|#[^\n\r]*|[{[(]|[}\])]/g;

/**
 * Rejects a document that is nested too deeply, before it is parsed.
 * @throws CallerError
 */
export function checkNesting(source: string): void {
  let depth = 0;
  for (const [token] of source.matchAll(TOKENS)) {
    if (token === "{" || token === "[" || token === "(") depth++;
    else if (token === "}" || token === "]" || token === ")") depth--;
    if (depth > MAX_NESTING) {
      const message = `query: brackets are nested deeper than ${MAX_NESTING} levels.`;
      throw new CallerError(ErrorCode.BAD_USER_INPUT, message, { argument: "query" });
    }
  }
}
