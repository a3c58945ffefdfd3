import { type DocumentNode, GraphQLError, parse } from "graphql";
import { CallerError, ErrorCode } from "../../common/errors";
import { type DocumentShape, shapeOf } from "./document-shape";
import type { Limits } from "./limits";

const WORDS: Record<keyof DocumentShape, { what: string; instead: string }> = {
  depth: { what: "levels of fields within each other", instead: "Ask for what lies deeper by its id." },
  aliases: { what: "aliases", instead: "Ask in several requests, or for a list." },
  directives: { what: "directives", instead: "Leave out what is not wanted." },
  rootFields: { what: "fields at the outermost level", instead: "Ask in several requests." },
};

/**
 * Refuses a document that is too large in any way, before it is validated. What cannot be parsed passes: to say what is
 * wrong with it is for others.
 * @throws CallerError QUERY_TOO_LARGE
 */
export function checkDocument(text: string, limits: Limits): void {
  const document = parsed(text, limits.tokens);
  if (!document) return;
  const shape = shapeOf(document);
  for (const [name, { what, instead }] of Object.entries(WORDS)) {
    const limit = name as keyof DocumentShape;
    if (shape[limit] > limits[limit]) throw tooLarge(limit, limits[limit], what, instead, shape[limit]);
  }
}

function parsed(text: string, maxTokens: number): DocumentNode | undefined {
  try {
    return parse(text, { maxTokens, noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError && /contains more tha[nt] \d+ tokens/.test(error.message)) {
      throw tooLarge(
        "tokens",
        maxTokens,
        "words and signs",
        "Send long values as variables, or split the query.",
      );
    }
    return undefined;
  }
}

function tooLarge(
  limit: keyof Limits,
  allowed: number,
  what: string,
  instead: string,
  found?: number,
): CallerError {
  const has =
    found === undefined ? `more than ${allowed} ${what}` : `${found} ${what}; at most ${allowed} are allowed`;
  return new CallerError(ErrorCode.QUERY_TOO_LARGE, `The query has ${has}. ${instead}`, {
    argument: "query",
    limit: { name: limit, allowed, ...(found !== undefined && { found }) },
  });
}
