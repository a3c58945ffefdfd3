import type { IncomingMessage, ServerResponse } from "node:http";
import { HeaderMap, type HTTPGraphQLResponse } from "@apollo/server";
import type { GraphQLServer } from "./graphql-server";
import { checkNesting } from "./nesting-check";
import { readJsonBody } from "./read-body";
import { HttpError, respond } from "./respond";

/** Answers GraphQL by POST with a JSON body, or by GET with the query in the URL. */
export async function answerGraphQL(
  graphql: GraphQLServer,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const isGet = request.method === "GET";
  if (isGet && !url.searchParams.has("query") && !url.searchParams.has("extensions")) {
    const message = 'No query was sent. POST {"query": "..."} as JSON, or open this URL in a browser.';
    throw new HttpError(400, "BAD_REQUEST", message);
  }
  const body = isGet ? undefined : await readJsonBody(request);
  const query = isGet ? url.searchParams.get("query") : (body as { query?: unknown } | null)?.query;
  if (typeof query === "string") checkNesting(query);
  const headers = headerMap(request);
  const caller = new AbortController();
  response.once("close", () => caller.abort());
  const answer = await graphql.executeHttp(
    { method: request.method ?? "", headers, search: url.search, body },
    { headers, signal: caller.signal },
  );
  await send(response, answer);
}

/** True when a browser asks for a page and not for data. */
export function wantsPage(request: IncomingMessage, url: URL): boolean {
  const accept = request.headers.accept ?? "";
  return (
    accept.includes("text/html") && !/application\/(graphql-response\+)?json/.test(accept) && !url.search
  );
}

function headerMap(request: IncomingMessage): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return headers;
}

async function send(response: ServerResponse, answer: HTTPGraphQLResponse): Promise<void> {
  if (answer.body.kind !== "complete") throw new Error("Answers in several parts are not supported.");
  respond(response, answer.status ?? 200, Object.fromEntries(answer.headers), answer.body.string);
}
