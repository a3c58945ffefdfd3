import {
  ApolloServer,
  type GraphQLRequest,
  type HTTPGraphQLRequest,
  type HTTPGraphQLResponse,
} from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { execute, type FormattedExecutionResult, type GraphQLSchema } from "graphql";
import type { Log } from "../common/log";
import { plannedExecutor } from "./execution/executor";
import { executorGateway } from "./execution/gateway";
import { maskErrors } from "./mask-errors";
import { requestPlugin } from "./request-plugin";

/** Most tokens in one document; the longest of the documented queries has a few hundred. */
export const MAX_DOCUMENT_TOKENS = 15_000;

const EXECUTORS = { planned: plannedExecutor, standard: () => execute };

/** `planned` is the fast one; `standard` is that of graphql-js. */
export type ExecutorName = keyof typeof EXECUTORS;

/** Validation stops after so many errors: a document can be built to have thousands. */
const MAX_VALIDATION_ERRORS = 5;

/** What the context of a request may be made from. */
export interface RequestInfo {
  /** Names are in lower case. */
  headers: ReadonlyMap<string, string>;
  /** Fires when the caller is gone, so that nobody waits for the answer any more. */
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

/** The GraphQL side of the service, without any network. */
export interface GraphQLServer {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Answers one request that came by HTTP. Never rejects. */
  executeHttp(request: HTTPGraphQLRequest, info: RequestInfo): Promise<HTTPGraphQLResponse>;
  /** Answers one operation through the same checks and plugins as a request by HTTP. */
  executeOperation(request: GraphQLRequest): Promise<FormattedExecutionResult>;
}

/** Builds the server around a schema. It answers after `start`; `executeOperation` starts it by itself. */
export function createGraphQLServer<Context extends object>(
  options: GraphQLServerOptions<Context>,
): GraphQLServer {
  const apollo = apolloServer<Context>(options);
  return {
    start: () => apollo.start(),
    stop: () => apollo.stop(),
    executeHttp: (httpGraphQLRequest, info) =>
      apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest,
        context: async () => options.createContext(info),
      }),
    async executeOperation(request) {
      const info = { headers: new Map<string, string>(), signal: new AbortController().signal };
      const contextValue = await options.createContext(info);
      const { body } = await apollo.executeOperation(request, { contextValue });
      if (body.kind === "single") return body.singleResult as FormattedExecutionResult;
      throw new Error("Answers in several parts are not supported.");
    },
  };
}

function apolloServer<Context extends object>(options: GraphQLServerOptions<Context>): ApolloServer<Context> {
  const { schema, production = false, executor = "planned", log } = options;
  return new ApolloServer<Context>({
    gateway: executorGateway(schema, EXECUTORS[executor](schema)),
    nodeEnv: production ? "production" : "development",
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: MAX_DOCUMENT_TOKENS },
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    formatError: maskErrors({ log, hideSuggestions: production }),
    logger: {
      debug: () => undefined,
      info: (message) => log.info(String(message)),
      warn: (message) => log.warn(String(message)),
      error: (message) => log.error(String(message)),
    },
    plugins: [
      requestPlugin(log),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
