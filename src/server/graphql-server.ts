import type { IncomingHttpHeaders } from "node:http";
import type { GraphQLRequest } from "@apollo/server";
import { execute, type FormattedExecutionResult, type GraphQLSchema } from "graphql";
import { Cancellation } from "../common/cancellation";
import type { ErrorCode } from "../common/errors";
import type { InnerQueries } from "../common/inner-queries";
import type { Log } from "../common/log";
import type { RequestWatch } from "../watching/request-watch";
import { createApollo } from "./apollo";
import { workFor } from "./caller";
import { executeKnown } from "./direct-answer";
import { plannedExecutor } from "./execution/executor";
import { type Charge, type Outcome, withOutcome } from "./execution/gateway";
import { untilTellable } from "./execution/until-tellable";
import { AnswerBody } from "./http/answer-body";
import { statusOf } from "./http/error-status";
import { contentTypeOf, type MediaType } from "./http/media-type";
import { QueriesOfRequest } from "./inner-queries";
import { KnownDocuments } from "./known-documents";
import { beforeDeadline } from "./limits/deadline";
import { checkDocument } from "./limits/document-check";
import { DEFAULT_LIMITS, type Limits } from "./limits/limits";
import { QueryCosts } from "./limits/query-costs";
import { checkNesting } from "./nesting-check";
import type { OperationRequest } from "./operation-request";
import { unknownHash } from "./persisted-query";
import { blaming } from "./watching/blame";

const EXECUTORS = { planned: plannedExecutor, standard: () => execute };

/** `planned` is the fast one; `standard` is that of graphql-js. */
export type ExecutorName = keyof typeof EXECUTORS;

/** What the context of a request may be made from. */
export interface RequestInfo {
  headers: IncomingHttpHeaders;
  /** What is done for the request; stops when it is given up, as when nobody waits for the answer any more. */
  work: Cancellation;
  /** Takes notes of how the request goes. */
  watch?: RequestWatch | undefined;
  /** Asks queries within the request. */
  queries: InnerQueries;
}

/** Whoever waits for an answer. */
export interface Asker extends Omit<RequestInfo, "work" | "queries"> {
  /** Calls back when nobody waits any more. */
  onGone(callback: () => void): void;
  /** Takes points for what is executed; rejects when there are not so many left. */
  charge?: Charge | undefined;
  /** Counts an answer that is going to be kept; rejects when the client may keep no more. */
  admitKeeping?: (() => Promise<void>) | undefined;
}

export interface GraphQLServerOptions<Context extends object> {
  schema: GraphQLSchema;
  /** Called once per request; an error here is an internal error. */
  createContext: (request: RequestInfo) => Promise<Context> | Context;
  /** Hides suggestions of names of the schema in errors; false if not given. */
  production?: boolean;
  /** How operations are executed; "planned" if not given. The answers are the same. */
  executor?: ExecutorName;
  /** What one request may be; the defaults where not given. */
  limits?: Partial<Limits>;
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
  /** A fault of the service stands in it, behind an id. */
  isFaulty?: boolean;
}

/** The GraphQL side of the service, without any network. */
export interface GraphQLServer {
  start(): Promise<void>;
  stop(): Promise<void>;
  /**
   * Answers one request that came by HTTP.
   * @throws CallerError for a document that is too large to be looked at, or named by a hash that is not known, and when
   * the deadline passes
   */
  executeHttp(request: GraphQLHttpRequest, asker: Asker): Promise<GraphQLHttpAnswer>;
  /** Answers one operation through the same checks and plugins as a request by HTTP. */
  executeOperation(request: GraphQLRequest): Promise<FormattedExecutionResult>;
  /** Documents that were found right before. */
  documents: KnownDocuments;
  /** What queries cost, and may cost. */
  costs: QueryCosts;
  /** Points that one file may cost. */
  fileCost: number;
  /** How long an answer may take. */
  deadlineMs: number;
}

/** Builds the server around a schema. It answers after `start`; `executeOperation` starts it by itself. */
export function createGraphQLServer<Context extends object>(
  options: GraphQLServerOptions<Context>,
): GraphQLServer {
  const { schema, production = false, executor = "planned", log, createContext } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const documents = new KnownDocuments();
  const costs = new QueryCosts(schema, limits.cost);
  const execution = { documents, schema, execute: untilTellable(EXECUTORS[executor](schema)), costs };
  const terms = { ...execution, limits, production };
  const apollo = createApollo<Context>({ ...execution, maxTokens: limits.tokens, production, log });

  function executeHttp(request: GraphQLHttpRequest, asker: Asker): Promise<GraphQLHttpAnswer> {
    const work = workFor(asker);
    const queries = new QueriesOfRequest(terms, asker);
    const info = { headers: asker.headers, watch: asker.watch, work, queries };
    return beforeDeadline(work, limits.deadlineMs, answer(request, info, asker.charge));
  }

  async function answer(
    { method, mediaType, operation }: GraphQLHttpRequest,
    info: RequestInfo & { queries: QueriesOfRequest },
    charge: Charge | undefined,
  ): Promise<GraphQLHttpAnswer> {
    const { hash = "", operationName, variables, wantsCost } = operation;
    const { watch } = info;
    const known = await executeKnown(operation, execution, charge, () => createContext(info));
    if (watch && known) watch.cost = known.points;
    if (known?.outcome.isComplete) {
      const cost = wantsCost && costs.told(known.document, operationName, variables);
      const data = known.outcome.result?.data;
      return answerOf(cost ? { data, extensions: { cost } } : { data }, true, mediaType);
    }
    const query = operation.query ?? documents.textOf(hash);
    if (query === undefined) throw unknownHash();
    if (!known && !documents.ofText(query)) {
      checkNesting(query);
      checkDocument(query, limits);
    }
    const outcome: Outcome = known?.outcome ?? { isComplete: false, isReadOnly: method === "GET", charge };
    outcome.watch = watch;
    const context = known?.context ?? (await blaming(watch, () => createContext(info)));
    const contextValue = withOutcome(context, outcome);
    const { body, http } = await apollo.executeOperation(
      { query, operationName, variables, extensions: { cost: wantsCost } },
      { contextValue },
    );
    const refusal = outcome.refusal ?? info.queries.refusal;
    if (refusal) throw refusal;
    if (body.kind !== "single") throw new Error("Answers in several parts are not supported.");
    const { errors, data, extensions } = body.singleResult;
    const result = { errors, data, extensions };
    const answer = answerOf(result, outcome.isComplete, mediaType, Object.fromEntries(http.headers));
    return watch?.isFaulty ? { ...answer, isFaulty: true } : answer;
  }

  return {
    start: () => apollo.start(),
    stop: () => apollo.stop(),
    executeHttp,
    documents,
    costs,
    fileCost: limits.fileCost,
    deadlineMs: limits.deadlineMs,
    async executeOperation(request) {
      const contextValue = await createContext({
        headers: {},
        work: new Cancellation(),
        queries: new QueriesOfRequest(terms, {}),
      });
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
