import type { IncomingHttpHeaders } from "node:http";
import { type GraphQLRequest, HeaderMap, type HTTPGraphQLResponse } from "@apollo/server";
import { execute, type FormattedExecutionResult, type GraphQLSchema } from "graphql";
import { BoundedMap } from "../common/bounded-map";
import type { Log } from "../common/log";
import { createApollo } from "./apollo";
import { executeKnown } from "./direct-answer";
import { plannedExecutor } from "./execution/executor";
import { type Outcome, withOutcome } from "./execution/gateway";
import { untilTellable } from "./execution/until-tellable";
import { KnownDocuments } from "./known-documents";
import { checkNesting } from "./nesting-check";
import type { OperationRequest } from "./operation-request";

const EXECUTORS = { planned: plannedExecutor, standard: () => execute };

/** `planned` is the fast one; `standard` is that of graphql-js. */
export type ExecutorName = keyof typeof EXECUTORS;

/** How many different `Accept` headers are remembered with what they were answered in. */
const MOST_ACCEPTED = 100;

/** What the context of a request may be made from. */
export interface RequestInfo {
  headers: IncomingHttpHeaders;
  /** Fires when nobody waits for the answer any more. */
  signal: AbortSignal;
}

export interface GraphQLServerOptions<Context extends object> {
  schema: GraphQLSchema;
  /** Called once per request; an error here is an internal error. */
  createContext: (request: RequestInfo) => Promise<Context> | Context;
  /** Hides suggestions of names of the schema in errors; false if not given. */
  production?: boolean;
  /** How operations are executed; "planned" if not given. The answers are the same. */
  executor?: ExecutorName;
  log: Log;
}

/** A request by HTTP, after its body was read. */
export interface GraphQLHttpRequest {
  method: string;
  /** The URL's part from the question mark on. */
  search: string;
  body: unknown;
  /** The same read as an operation, if it plainly is one. */
  operation: OperationRequest | undefined;
}

/** An answer by HTTP. */
export interface GraphQLHttpAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** It answers a query and is without errors: as long as the data are the same, so is it. */
  isComplete: boolean;
}

/** The GraphQL side of the service, without any network. */
export interface GraphQLServer {
  start(): Promise<void>;
  stop(): Promise<void>;
  /**
   * Answers one request that came by HTTP.
   * @throws CallerError for a document that is nested too deeply to be parsed
   */
  executeHttp(request: GraphQLHttpRequest, info: RequestInfo): Promise<GraphQLHttpAnswer>;
  /** Answers one operation through the same checks and plugins as a request by HTTP. */
  executeOperation(request: GraphQLRequest): Promise<FormattedExecutionResult>;
  /** Documents that were found right before. */
  documents: KnownDocuments;
}

/** Builds the server around a schema. It answers after `start`; `executeOperation` starts it by itself. */
export function createGraphQLServer<Context extends object>(
  options: GraphQLServerOptions<Context>,
): GraphQLServer {
  const { schema, production = false, executor = "planned", log, createContext } = options;
  const documents = new KnownDocuments();
  const executeOne = untilTellable(EXECUTORS[executor](schema));
  const apollo = createApollo<Context>({ schema, execute: executeOne, documents, production, log });
  const contentTypes = new BoundedMap<string, string>(MOST_ACCEPTED);

  async function executeHttp(request: GraphQLHttpRequest, info: RequestInfo): Promise<GraphQLHttpAnswer> {
    const accept = info.headers.accept ?? "";
    const contentType = contentTypes.get(accept);
    const known =
      request.operation && contentType
        ? await executeKnown(request.operation, { documents, schema, execute: executeOne }, () =>
            createContext(info),
          )
        : undefined;
    if (known?.outcome.isComplete && contentType) {
      const body = `${JSON.stringify({ data: known.outcome.result?.data })}\n`;
      return { status: 200, headers: { "content-type": contentType }, body, isComplete: true };
    }
    if (!known) checkText(request, documents);
    const outcome: Outcome = known?.outcome ?? { isComplete: false };
    const { method, search, body } = request;
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, search, body, headers: headerMap(info.headers) },
      context: async () => withOutcome(known?.context ?? (await createContext(info)), outcome),
    });
    const type = answer.headers.get("content-type");
    if (outcome.isComplete && type) contentTypes.set(accept, type, 1);
    return asAnswer(answer, outcome);
  }

  return {
    start: () => apollo.start(),
    stop: () => apollo.stop(),
    executeHttp,
    documents,
    async executeOperation(request) {
      const contextValue = await createContext({ headers: {}, signal: new AbortController().signal });
      const { body } = await apollo.executeOperation(request, { contextValue });
      if (body.kind === "single") return body.singleResult as FormattedExecutionResult;
      throw new Error("Answers in several parts are not supported.");
    },
  };
}

function checkText({ body, search }: GraphQLHttpRequest, documents: KnownDocuments): void {
  const text =
    (body as { query?: unknown } | undefined | null)?.query ?? new URLSearchParams(search).get("query");
  if (typeof text === "string" && !documents.ofText(text)) checkNesting(text);
}

function headerMap(headers: IncomingHttpHeaders): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return map;
}

function asAnswer(
  { status, headers, body }: HTTPGraphQLResponse,
  { isComplete }: Outcome,
): GraphQLHttpAnswer {
  if (body.kind !== "complete") throw new Error("Answers in several parts are not supported.");
  return { status: status ?? 200, headers: Object.fromEntries(headers), body: body.string, isComplete };
}
