import { hash } from "node:crypto";
import { canonicalJson } from "../../common/canonical-json";
import { MAX_VARIABLE_DEPTH } from "../input-check";
import type { OperationRequest } from "../operation-request";

/**
 * Names what an operation asks, however it is written: equal keys ask the same. Undefined where the variables are nested
 * deeper than any that are answered.
 */
export function operationKey(operation: OperationRequest, documentHash: string): string | undefined {
  const variables = canonicalJson(operation.variables, MAX_VARIABLE_DEPTH);
  // Everything but the hash is JSON, which has no line breaks, so that no part can pretend to be another one.
  const told = operation.wantsCost ? "cost" : "";
  return variables && `${documentHash}\n${told}\n${JSON.stringify(operation.operationName)}\n${variables}`;
}

/** SHA-256 of a text, in hexadecimal: how persisted queries name documents. */
export function hashOf(text: string): string {
  return hash("sha256", text, "hex");
}
