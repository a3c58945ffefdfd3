import type { IncomingHttpHeaders } from "node:http";
import { type GraphQLRequest, HeaderMap, type HTTPGraphQLResponse } from "@apollo/server";
import { execute, type FormattedExecutionResult, type GraphQLSchema } from "graphql";
import { BoundedMap } from "../common/bounded-map";
import { Cancellation, callerLeft } from "../common/cancellation";
import { CallerError, ErrorCode } from "../common/errors";
import type { Log } from "../common/log";
import { createApollo } from "./apollo";
import { executeKnown } from "./direct-answer";
import { plannedExecutor } from "./execution/executor";
import { type Charge, type Outcome, withOutcome } from "./execution/gateway";
import { KnownDocuments } from "./known-documents";
import { beforeDeadline } from "./limits/deadline";
import { checkDocument } from "./limits/document-check";
import { DEFAULT_LIMITS, type Limits } from "./limits/limits";
import { QueryCosts } from "./limits/query-costs";
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
  /** What is done for the request; stops when it is given up. */
  work: Cancellation;
}

/** Whoever waits for an answer. */
export interface Asker extends Omit<RequestInfo, "work"> {
  /** Calls back when nobody waits any more. */
  onGone(callback: () => void): void;
  /** Takes points for what is executed; rejects when there are not so many left. */
  charge?: Charge;
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
   * @throws CallerError for a document that is too large to be looked at, and when the deadline passes
   */
  executeHttp(request: GraphQLHttpRequest, asker: Asker): Promise<GraphQLHttpAnswer>;
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
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const documents = new KnownDocuments();
  const costs = new QueryCosts(schema, limits.cost);
  const executeOne = EXECUTORS[executor](schema);
  const apollo = createApollo<Context>({
    schema,
    execute: executeOne,
    documents,
    costs,
    maxTokens: limits.tokens,
    production,
    log,
  });
  const contentTypes = new BoundedMap<string, string>(MOST_ACCEPTED);

  function executeHttp(request: GraphQLHttpRequest, asker: Asker): Promise<GraphQLHttpAnswer> {
    const work = new Cancellation();
    asker.onGone(() => work.cancel(callerLeft()));
    const info = {
      headers: asker.headers,
      work,
      get signal() {
        return asker.signal;
      },
    };
    return beforeDeadline(work, limits.deadlineMs, answer(request, info, asker.charge));
  }

  async function answer(
    request: GraphQLHttpRequest,
    info: RequestInfo,
    charge: Charge | undefined,
  ): Promise<GraphQLHttpAnswer> {
    const accept = info.headers.accept ?? "";
    const contentType = contentTypes.get(accept);
    const known =
      request.operation && contentType
        ? await executeKnown(
            request.operation,
            { documents, schema, execute: executeOne, costs, charge },
            () => createContext(info),
          )
        : undefined;
    if (known?.outcome.isComplete && contentType) {
      const { operationName, variables, wantsCost } = request.operation as OperationRequest;
      const extensions = wantsCost && { cost: costs.told(known.document, operationName, variables) };
      const data = known.outcome.result?.data;
      const body = `${JSON.stringify(extensions ? { data, extensions } : { data })}\n`;
      return { status: 200, headers: { "content-type": contentType }, body, isComplete: true };
    }
    if (!known) checkText(request, documents, limits);
    const outcome: Outcome = known?.outcome ?? { isComplete: false, ...(charge && { charge: keepRefusal }) };
    let refusal: unknown;
    async function keepRefusal(points: number): Promise<void> {
      try {
        await charge?.(points);
      } catch (error) {
        refusal = error;
        // Apollo Server only has to stop: what is answered is the refusal itself.
        throw new CallerError(ErrorCode.RATE_LIMITED, (error as Error).message);
      }
    }
    const { method, search, body } = request;
    const sent = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, search, body, headers: headerMap(info.headers) },
      context: async () => withOutcome(known?.context ?? (await createContext(info)), outcome),
    });
    const type = sent.headers.get("content-type");
    if (outcome.isComplete && type) contentTypes.set(accept, type, 1);
    if (refusal) throw refusal;
    return asAnswer(sent, outcome);
  }

  return {
    start: () => apollo.start(),
    stop: () => apollo.stop(),
    executeHttp,
    documents,
    async executeOperation(request) {
      const { signal } = new AbortController();
      const contextValue = await createContext({ headers: {}, signal, work: new Cancellation() });
      const { body } = await apollo.executeOperation(request, { contextValue });
      if (body.kind === "single") return body.singleResult as FormattedExecutionResult;
      throw new Error("Answers in several parts are not supported.");
    },
  };
}

/** Refuses what would take long to be looked at; what was found right before needs no look. */
function checkText({ body, search }: GraphQLHttpRequest, documents: KnownDocuments, limits: Limits): void {
  const text =
    (body as { query?: unknown } | undefined | null)?.query ?? new URLSearchParams(search).get("query");
  if (typeof text !== "string" || documents.ofText(text)) return;
  checkNesting(text);
  checkDocument(text, limits);
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
