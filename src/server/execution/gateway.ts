import type { ApolloServerOptionsWithGateway, BaseContext } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import type { Executor } from "./executor";

type Gateway = ApolloServerOptionsWithGateway<BaseContext>["gateway"];

/**
 * Makes Apollo Server execute with an executor of our own: the hook that it has for that is the one for a gateway. Its
 * checks, plugins and the formatting of errors stay as they are.
 */
export function executorGateway(schema: GraphQLSchema, execute: Executor): Gateway {
  let announce: ((loaded: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void) | undefined;
  return {
    onSchemaLoadOrUpdate(listener) {
      announce = listener;
      return () => {};
    },
    async load() {
      announce?.({ apiSchema: schema, coreSupergraphSdl: "" });
      return {
        executor: async ({ document, request, context }) =>
          execute({
            schema,
            document,
            contextValue: context,
            variableValues: request.variables,
            operationName: request.operationName,
          }),
      };
    },
    async stop() {},
  };
}
