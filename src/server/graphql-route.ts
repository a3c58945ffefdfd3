import type { IncomingMessage, ServerResponse } from "node:http";
import type { Watching } from "../watching/watching";
import type { AnswerCache } from "./answers/answer-cache";
import { Caller } from "./caller";
import type { GraphQLServer } from "./graphql-server";
import { readOperation } from "./operation-request";
import { readJsonBody } from "./read-body";
import { HttpError, respond } from "./respond";
import { noteOperation } from "./watching/note-operation";
import type { Readiness } from "./watching/readiness";
import { checkStarted } from "./watching/watch-routes";
import { watchOf } from "./watching/watched-response";

/** What GraphQL is answered with. */
export interface GraphQLRoute {
  graphql: GraphQLServer;
  answers: AnswerCache | undefined;
  readiness: Readiness;
  watching: Watching;
}

/** Answers GraphQL by POST with a JSON body, or by GET with the query in the URL. */
export async function answerGraphQL(
  { graphql, answers, readiness, watching }: GraphQLRoute,
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
): Promise<void> {
  const watch = watchOf(response);
  if (watch) watching.beginOperation(watch, request);
  checkStarted(readiness);
  const { method = "", headers } = request;
  const body = method === "GET" ? undefined : await readJsonBody(request);
  const operation = readOperation(method, headers, search, body);
  if (!operation && method === "GET") checkParameters(new URLSearchParams(search));
  const asked = { method, search, body, operation };
  const caller = new Caller(request, response, watch);
  const answer = answers ? await answers.answer(asked, caller) : await graphql.executeHttp(asked, caller);
  if (watch) noteOperation(watch, operation, graphql.documents, answer);
  respond(response, answer.status, { "cache-control": "no-store", ...answer.headers }, answer.body);
}

/** True when a browser asks for a page and not for data. */
export function wantsPage({ headers }: IncomingMessage, search: string): boolean {
  const { accept = "" } = headers;
  return accept.includes("text/html") && !/application\/(graphql-response\+)?json/.test(accept) && !search;
}

function checkParameters(parameters: URLSearchParams): void {
  if (parameters.has("query") || parameters.has("extensions")) return;
  const message = 'No query was sent. POST {"query": "..."} as JSON, or open this URL in a browser.';
  throw new HttpError(400, "BAD_REQUEST", message);
}
