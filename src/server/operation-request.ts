import type { IncomingHttpHeaders } from "node:http";

import { wantsCost } from "./limits/wants-cost";

/** What an operation is asked for with, read from whatever way it was written in. */
export interface OperationRequest {
  /** The document's text; undefined when only its hash is given. */
  query: string | undefined;
  /** SHA-256 of the document's text, in hexadecimal, when it is given instead of the text. */
  hash: string | undefined;
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
  /** Whether the answer is to tell what the query costs. */
  wantsCost: boolean;
}

const SHA256 = /^[0-9a-f]{64}$/;
const PREFLIGHT_HEADERS = ["x-apollo-operation-name", "apollo-require-preflight"];

/**
 * Reads the operation of a request whose JSON body was read, or of a GET. Undefined for everything that is not plainly
 * right: Apollo Server is to judge that and to say what is wrong.
 */
export function readOperation(
  method: string | undefined,
  headers: IncomingHttpHeaders,
  search: string,
  body: unknown,
): OperationRequest | undefined {
  if (method === "POST") return isRecord(body) ? plainOperation(body) : undefined;
  if (!passesPreflight(headers)) return undefined;
  const parameters = new URLSearchParams(search);
  const fields: Record<string, unknown> = {};
  for (const name of ["query", "operationName", "variables", "extensions"]) {
    const values = parameters.getAll(name);
    if (values.length > 1) return undefined;
    if (values.length === 1) fields[name] = /^[qo]/.test(name) ? values[0] : parsed(values[0]);
  }
  return plainOperation(fields);
}

function plainOperation(fields: Readonly<Record<string, unknown>>): OperationRequest | undefined {
  const { query, operationName, variables, extensions } = fields;
  const name = operationName ?? undefined;
  if (name !== undefined && typeof name !== "string") return undefined;
  if (!isRecord(variables ?? {}) || !isRecord(extensions ?? {})) return undefined;
  const persisted = (extensions as Record<string, unknown> | null | undefined)?.persistedQuery;
  const operation = {
    operationName: name,
    variables: (variables ?? {}) as Record<string, unknown>,
    wantsCost: wantsCost(extensions),
  };
  if (persisted === undefined || persisted === null) {
    return typeof query === "string" && query ? { ...operation, query, hash: undefined } : undefined;
  }
  const { version, sha256Hash: hash } = persisted as { version?: unknown; sha256Hash?: unknown };
  if (query !== undefined || version !== 1 || typeof hash !== "string" || !SHA256.test(hash))
    return undefined;
  return { ...operation, query: undefined, hash };
}

/** What makes sure that the request does not come from a mere link on a page of somebody else. */
function passesPreflight(headers: IncomingHttpHeaders): boolean {
  const type = headers["content-type"];
  return type === undefined ? PREFLIGHT_HEADERS.some((name) => headers[name]) : type === "application/json";
}

/** The text itself where it is no object in JSON. */
function parsed(json: string): unknown {
  try {
    const value = JSON.parse(json);
    return isRecord(value) ? value : json;
  } catch {
    return json;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
