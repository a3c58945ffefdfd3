import type { IncomingHttpHeaders } from "node:http";
import type { GraphQLRequest } from "@apollo/server";
import { execute, type FormattedExecutionResult, type GraphQLSchema } from "graphql";
import type { ErrorCode } from "../common/errors";
import type { Log } from "../common/log";
import { createApollo } from "./apollo";
import { executeKnown } from "./direct-answer";
import { plannedExecutor } from "./execution/executor";
import { type Outcome, withOutcome } from "./execution/gateway";
import { AnswerBody } from "./http/answer-body";
import { statusOf } from "./http/error-status";
import { contentTypeOf, type MediaType } from "./http/media-type";
import { KnownDocuments } from "./known-documents";
import { checkNesting } from "./nesting-check";
import type { OperationRequest } from "./operation-request";
import { unknownHash } from "./persisted-query";

const EXECUTORS = { planned: plannedExecutor, standard: () => execute };

/** `planned` is the fast one; `standard` is that of graphql-js. */
export type ExecutorName = keyof typeof EXECUTORS;

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

/** A request by HTTP, after it was read. */
export interface GraphQLHttpRequest {
  method: string;
  /** What the answer is sent as. */
  mediaType: MediaType;
  operation: OperationRequest;
}

/** An answer by HTTP. */
export interface GraphQLHttpAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: AnswerBody;
  /** It answers a query and is without errors: as long as the data are the same, so is it. */
  isComplete: boolean;
}

/** The GraphQL side of the service, without any network. */
export interface GraphQLServer {
  start(): Promise<void>;
  stop(): Promise<void>;
  /**
   * Answers one request that came by HTTP.
   * @throws CallerError for a document that is nested too deeply to be parsed, or named by a hash that is not known
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
  const executeOne = EXECUTORS[executor](schema);
  const apollo = createApollo<Context>({ schema, execute: executeOne, documents, production, log });

  async function executeHttp(request: GraphQLHttpRequest, info: RequestInfo): Promise<GraphQLHttpAnswer> {
    const { method, mediaType, operation } = request;
    const known = await executeKnown(operation, { documents, schema, execute: executeOne }, () =>
      createContext(info),
    );
    if (known?.outcome.isComplete) return answerOf({ data: known.outcome.result?.data }, true, mediaType);
    const { hash = "", operationName, variables } = operation;
    const query = operation.query ?? documents.textOf(hash);
    if (query === undefined) throw unknownHash();
    if (!known && !documents.ofText(query)) checkNesting(query);
    const outcome: Outcome = known?.outcome ?? { isComplete: false, isReadOnly: method === "GET" };
    const contextValue = withOutcome(known?.context ?? (await createContext(info)), outcome);
    const { body, http } = await apollo.executeOperation(
      { query, operationName, variables },
      { contextValue },
    );
    if (body.kind !== "single") throw new Error("Answers in several parts are not supported.");
    const { errors, data, extensions } = body.singleResult;
    const result = { errors, data, extensions };
    return answerOf(result, outcome.isComplete, mediaType, Object.fromEntries(http.headers));
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

/** Errors beside data, be they null, are part of an answer; without data, they say what kind of answer it is. */
function answerOf(
  result: FormattedExecutionResult,
  isComplete: boolean,
  mediaType: MediaType,
  headers?: Readonly<Record<string, string>>,
): GraphQLHttpAnswer {
  const code = result.data === undefined ? (result.errors?.[0]?.extensions?.code as ErrorCode) : undefined;
  const status = code ? statusOf(code, mediaType) : 200;
  return {
    status,
    headers: {
      ...headers,
      "content-type": contentTypeOf(mediaType),
      ...(status === 405 && { allow: "POST" }),
    },
    body: new AnswerBody(`${JSON.stringify(result)}\n`),
    isComplete,
  };
}
