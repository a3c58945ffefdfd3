import type { RequestWatch } from "../../watching/request-watch";
import type { KnownDocuments } from "../known-documents";
import type { OperationRequest } from "../operation-request";

/** What an answer tells about how the request went. */
interface Told {
  isComplete?: boolean;
  isFaulty?: boolean;
}

/**
 * Notes what was asked for and how it went. A name counts only when it is that of an operation of a valid document:
 * what stands in anything else is the caller's invention.
 */
export function noteOperation(
  watch: RequestWatch,
  operation: OperationRequest | undefined,
  documents: KnownDocuments,
  { isComplete = false, isFaulty = false }: Told,
): void {
  watch.isComplete = isComplete;
  watch.isFaulty ||= isFaulty;
  if (!operation) return;
  const { query, hash = "", operationName } = operation;
  const known = query === undefined ? documents.ofHash(hash) : documents.ofText(query);
  if (!known) return;
  watch.documentHash = known.hash;
  const { names } = known;
  watch.operation = operationName && names.includes(operationName) ? operationName : names[0];
}
