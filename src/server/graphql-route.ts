import type { IncomingMessage, ServerResponse } from "node:http";
import type { Origins } from "../common/origins";
import type { Watching } from "../watching/watching";
import type { AnswerCache, ReadyAnswer } from "./answers/answer-cache";
import { Caller } from "./caller";
import type { GraphQLServer } from "./graphql-server";
import { refuseCrossSite } from "./http/cross-site";
import { requireMediaType } from "./http/media-type";
import { answerOptions, setOriginHeaders } from "./http/origins";
import { sendBody } from "./http/send-body";
import type { Budget } from "./limits/budget";
import type { KeepingLimit } from "./limits/keeping-limit";
import { operationInBody, operationInUrl } from "./operation-request";
import { nameDocument } from "./persisted-query";
import type { QueryList } from "./query-list";
import { checkContentType, readJsonBody } from "./read-body";
import type { SharedQueries } from "./shared/shared-queries";
import { noteOperation } from "./watching/note-operation";
import type { Readiness } from "./watching/readiness";
import { checkStarted } from "./watching/watch-routes";
import { watchOf } from "./watching/watched-response";

export const METHODS = ["GET", "POST", "OPTIONS"] as const;

/** What answers GraphQL, and for whom. */
export interface GraphQLRoute {
  graphql: GraphQLServer;
  answers: AnswerCache | undefined;
  origins: Origins;
  /** The only queries that are answered; undefined: all are. */
  queries: QueryList | undefined;
  /** Persisted queries that other processes were sent; undefined: only one's own are known. */
  shared: SharedQueries | undefined;
  /** What clients may spend; undefined: as much as they like. */
  budget: Budget | undefined;
  /** How many answers clients may keep; undefined: as many as they like. */
  keepingLimit: KeepingLimit | undefined;
  /** Largest body of a request. */
  maxBodyBytes: number;
  readiness: Readiness;
  watching: Watching;
}

/** Answers GraphQL by POST with a JSON body, or by GET with the query in the URL. */
export async function answerGraphQL(
  route: GraphQLRoute,
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
): Promise<void> {
  const { graphql, answers, origins, queries, shared, budget, keepingLimit, maxBodyBytes } = route;
  const { method = "", headers } = request;
  setOriginHeaders(origins, headers, response);
  if (method === "OPTIONS") return answerOptions(origins, headers, METHODS.join(", "), response);
  const watch = watchOf(response);
  if (watch) route.watching.beginOperation(watch, request);
  checkStarted(route.readiness);
  refuseCrossSite(headers, origins);
  const mediaType = requireMediaType(headers);
  const charge = budget && (await budget.admit(request, response));
  if (method === "GET" && headers["content-type"] !== undefined) checkContentType(request);
  const given =
    method === "GET" ? operationInUrl(search) : operationInBody(await readJsonBody(request, maxBodyBytes));
  const named = nameDocument(given, graphql.documents, queries);
  const operation = shared ? await shared.complete(named) : named;
  const admitKeeping = keepingLimit && (() => keepingLimit.admit(request));
  const caller = new Caller(request, response, watch, charge, admitKeeping);
  const asked = { method, mediaType, operation };
  const answer = answers ? await answers.answer(asked, caller) : await graphql.executeHttp(asked, caller);
  shared?.share(operation);
  if (watch) noteOperation(watch, operation, graphql.documents, answer);
  await send(answer, origins, request, response);
}

/** Sends an answer, which nobody keeps unless it says so. */
async function send(
  { status, headers, body }: ReadyAnswer,
  origins: Origins,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const sent: Record<string, string> = { "cache-control": "no-store", ...headers };
  // Where only some origins may read an answer, it names the one that asked.
  if (headers.vary && origins.list.size > 0) sent.vary = `${headers.vary}, origin`;
  await sendBody(request, response, status, sent, body);
}

/** True when a browser asks for a page and not for data. */
export function wantsPage({ headers }: IncomingMessage, search: string): boolean {
  const { accept = "" } = headers;
  return accept.includes("text/html") && !/application\/(graphql-response\+)?json/.test(accept) && !search;
}
