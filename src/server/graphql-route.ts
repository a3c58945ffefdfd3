import type { IncomingMessage, ServerResponse } from "node:http";
import { Caller } from "./caller";
import type { GraphQLServer } from "./graphql-server";
import { checkNesting } from "./nesting-check";
import { readOperation } from "./operation-request";
import { readJsonBody } from "./read-body";
import { HttpError, respond } from "./respond";

/** Answers GraphQL by POST with a JSON body, or by GET with the query in the URL. */
export async function answerGraphQL(
  graphql: GraphQLServer,
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
): Promise<void> {
  const { method = "", headers } = request;
  const body = method === "GET" ? undefined : await readJsonBody(request);
  const operation = readOperation(method, headers, search, body);
  const text = operation ? operation.query : queryText(method, search, body);
  if (text !== undefined && !graphql.documents.ofText(text)) checkNesting(text);
  const caller = new Caller(request, response);
  const answer = await graphql.executeHttp({ method, search, body, operation }, caller);
  respond(response, answer.status, answer.headers, answer.body);
}

/** True when a browser asks for a page and not for data. */
export function wantsPage({ headers }: IncomingMessage, search: string): boolean {
  const { accept = "" } = headers;
  return accept.includes("text/html") && !/application\/(graphql-response\+)?json/.test(accept) && !search;
}

/** The document of a request that is out of the ordinary. */
function queryText(method: string, search: string, body: unknown): string | undefined {
  if (method !== "GET") {
    const query = (body as { query?: unknown } | null)?.query;
    return typeof query === "string" ? query : undefined;
  }
  const parameters = new URLSearchParams(search);
  if (!parameters.has("query") && !parameters.has("extensions")) {
    const message = 'No query was sent. POST {"query": "..."} as JSON, or open this URL in a browser.';
    throw new HttpError(400, "BAD_REQUEST", message);
  }
  return parameters.get("query") ?? undefined;
}
