import { CallerError, ErrorCode } from "../common/errors";
import { HttpError } from "./http/http-error";
import { wantsCost } from "./limits/wants-cost";

/** What an operation is asked for with, read from whatever way it was written in. */
export interface OperationRequest {
  /** The document's text; undefined when only its hash or id is given. */
  query: string | undefined;
  /** SHA-256 of the document's text, in hexadecimal, or its id in a list of queries; given beside the text or instead. */
  hash: string | undefined;
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
  /** Whether the answer is to tell what the query costs. */
  wantsCost: boolean;
}

const PARAMETERS = ["query", "documentId", "operationName", "variables", "extensions"] as const;
const IN_JSON: ReadonlySet<string> = new Set(["variables", "extensions"]);

type Parameters = Readonly<Record<string, unknown>>;

/**
 * Reads the operation from the JSON body of a request.
 * @throws HttpError 400 when it is no GraphQL request
 * @throws CallerError when it names its document in a way that is not known
 */
export function operationInBody(body: unknown): OperationRequest {
  if (Array.isArray(body)) throw malformed("This service takes no batches; send each operation by itself.");
  if (!isRecord(body)) throw malformed('The body must be a JSON object such as {"query": "{ __typename }"}.');
  return operationIn(body);
}

/**
 * Reads the operation from the parameters of a URL.
 * @param search the URL's part from the question mark on
 * @throws as `operationInBody`
 */
export function operationInUrl(search: string): OperationRequest {
  checkUtf8(search);
  const given = new URLSearchParams(search);
  const parameters: Record<string, unknown> = {};
  for (const name of PARAMETERS) {
    const values = given.getAll(name);
    if (values.length > 1) throw malformed(`${name}: is given ${values.length} times; give it once.`, name);
    // An empty parameter is how a form leaves one out.
    if (values[0]) parameters[name] = IN_JSON.has(name) ? parsed(name, values[0]) : values[0];
  }
  return operationIn(parameters);
}

function operationIn(parameters: Parameters): OperationRequest {
  const query = textIn(parameters, "query");
  const hash = documentName(parameters);
  if (!query && hash === undefined) {
    throw malformed(
      'No query was sent. POST {"query": "..."} as JSON, or open this URL in a browser.',
      "query",
    );
  }
  return {
    query: query || undefined,
    hash,
    operationName: textIn(parameters, "operationName") || undefined,
    variables: mapIn(parameters, "variables") ?? {},
    wantsCost: wantsCost(parameters.extensions),
  };
}

/** How the document is named: by the parameter of the specification, or as Apollo's clients do. */
function documentName(parameters: Parameters): string | undefined {
  const persisted = mapIn(parameters, "extensions")?.persistedQuery ?? undefined;
  if (persisted === undefined) return textIn(parameters, "documentId")?.replace(/^sha256:/, "");
  const name = "extensions.persistedQuery";
  const { version, sha256Hash } = isRecord(persisted) ? persisted : {};
  if (version !== 1) throw badName(`${name}.version`, "must be 1.");
  if (typeof sha256Hash !== "string") throw badName(`${name}.sha256Hash`, "must be a text.");
  return sha256Hash;
}

function textIn(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name] ?? undefined;
  if (value === undefined || typeof value === "string") return value;
  throw malformed(`${name}: must be a text.`, name);
}

function mapIn(parameters: Parameters, name: string): Readonly<Record<string, unknown>> | undefined {
  const value = parameters[name] ?? undefined;
  if (value === undefined || isRecord(value)) return value;
  throw malformed(`${name}: must be a JSON object.`, name);
}

function parsed(name: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw malformed(`${name}: is not valid JSON: ${(error as Error).message}`, name);
  }
}

/** The parser of URLs would put a question mark in place of what is no UTF-8. */
function checkUtf8(search: string): void {
  try {
    decodeURIComponent(search);
  } catch {
    throw malformed("The parameters of the URL are not valid UTF-8 in percent-encoding.");
  }
}

function malformed(message: string, argument?: string): HttpError {
  return new HttpError("BAD_REQUEST", message, { ...(argument && { extensions: { argument } }) });
}

function badName(argument: string, problem: string): CallerError {
  return new CallerError(ErrorCode.BAD_USER_INPUT, `${argument}: ${problem}`, { argument });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
