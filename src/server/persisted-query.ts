import { badInput, CallerError, ErrorCode } from "../common/errors";
import { hashOf } from "./answers/answer-key";
import type { KnownDocuments } from "./known-documents";
import type { OperationRequest } from "./operation-request";
import type { QueryList } from "./query-list";

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * Puts the hash of the document in place of its id, and checks that the operation may be asked: that its text is what
 * the hash names, and in the list, where there is one. A hash without text that is no longer known is found out later.
 * @throws CallerError
 */
export function nameDocument(
  operation: OperationRequest,
  documents: KnownDocuments,
  queries: QueryList | undefined,
): OperationRequest {
  const { query, hash } = operation;
  if (query !== undefined) {
    if (hash !== undefined && hash !== (documents.ofText(query)?.hash ?? hashOf(query))) {
      throw badInput("extensions.persistedQuery.sha256Hash", "is not the SHA-256 of the query.");
    }
    if (queries && !queries.hasText(query)) throw notListed();
    return operation;
  }
  if (queries) {
    const text = queries.textOf(hash as string);
    if (text === undefined) throw notListed();
    return { ...operation, query: text };
  }
  if (!SHA256.test(hash as string)) throw unknownHash();
  return operation;
}

/** Nothing is known by a hash. Clients send the text beside it then; some of them know this by the message. */
export function unknownHash(): CallerError {
  return new CallerError(ErrorCode.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound");
}

function notListed(): CallerError {
  return new CallerError(
    ErrorCode.QUERY_NOT_LISTED,
    "This service answers the queries of a list only, and this is none of them, to the letter.",
  );
}
