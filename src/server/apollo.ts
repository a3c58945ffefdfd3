import { ApolloServer, type BaseContext } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { Log } from "../common/log";
import type { Executor } from "./execution/executor";
import { executorGateway } from "./execution/gateway";
import type { KnownDocuments } from "./known-documents";
import { costPlugin } from "./limits/cost-plugin";
import type { QueryCosts } from "./limits/query-costs";
import { maskErrors } from "./mask-errors";
import { requestPlugin } from "./request-plugin";

/** Validation stops after so many errors: a document can be built to have thousands. */
const MAX_VALIDATION_ERRORS = 5;

export interface ApolloOptions {
  schema: GraphQLSchema;
  execute: Executor;
  documents: KnownDocuments;
  costs: QueryCosts;
  maxTokens: number;
  production: boolean;
  log: Log;
}

/** Apollo Server as it is used here: it parses and validates what is not known, and words all errors. */
export function createApollo<Context extends BaseContext>(options: ApolloOptions): ApolloServer<Context> {
  const { schema, execute, documents, costs, maxTokens, production, log } = options;
  return new ApolloServer<Context>({
    gateway: executorGateway(schema, execute),
    documentStore: documents,
    nodeEnv: production ? "production" : "development",
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: { maxTokens },
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
      costPlugin(costs),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
