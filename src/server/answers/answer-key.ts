import { hash } from "node:crypto";
import { MAX_VARIABLE_DEPTH } from "../input-check";
import type { OperationRequest } from "../operation-request";

/**
 * Names what an operation asks, however it is written: equal keys ask the same. Undefined where the variables are nested
 * deeper than any that are answered.
 */
export function operationKey(operation: OperationRequest, documentHash: string): string | undefined {
  const variables = canonical(operation.variables, 0);
  // Everything but the hash is JSON, which has no line breaks, so that no part can pretend to be another one.
  const told = operation.wantsCost ? "cost" : "";
  return variables && `${documentHash}\n${told}\n${JSON.stringify(operation.operationName)}\n${variables}`;
}

/** SHA-256 of a text, in hexadecimal: how persisted queries name documents. */
export function hashOf(text: string): string {
  return hash("sha256", text, "hex");
}

/** JSON with the fields of every object in one order. Undefined for what is nested too deeply. */
function canonical(value: unknown, depth: number): string | undefined {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (depth > MAX_VARIABLE_DEPTH) return undefined;
  const isList = Array.isArray(value);
  const parts: string[] = [];
  for (const name of isList ? value.keys() : Object.keys(value).sort()) {
    const part = canonical((value as Record<string | number, unknown>)[name], depth + 1);
    if (part === undefined) return undefined;
    parts.push(isList ? part : `${JSON.stringify(name)}:${part}`);
  }
  return isList ? `[${parts.join()}]` : `{${parts.join()}}`;
}
