import {
  type ApolloServerPlugin,
  type BaseContext,
  type GraphQLRequestContext,
  HeaderMap,
} from "@apollo/server";
import { GraphQLError } from "graphql";
import { outcomeOf } from "../execution/gateway";
import type { QueryCosts } from "./query-costs";
import { wantsCost } from "./wants-cost";

/** Refuses queries that cost too much, has the client charged for the others, and tells the cost when asked. */
export function costPlugin(costs: QueryCosts): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, request: { operationName, variables = {} }, contextValue }) {
          try {
            costs.check(document, operationName, variables);
          } catch (error) {
            if (error instanceof GraphQLError)
              error.extensions.http = { status: 400, headers: new HeaderMap() };
            throw error;
          }
          const outcome = outcomeOf(contextValue);
          // What was executed before it came here was charged there.
          if (!outcome?.result) await outcome?.charge?.(costs.of(document, operationName, variables) ?? 0);
        },
        async willSendResponse(context) {
          if (wantsCost(context.request.extensions)) tellCost(context, costs);
        },
      };
    },
  };
}

function tellCost(
  { document, request, response }: GraphQLRequestContext<BaseContext>,
  costs: QueryCosts,
): void {
  const cost = document && costs.told(document, request.operationName, request.variables ?? {});
  if (!cost || response.body?.kind !== "single") return;
  const { singleResult } = response.body;
  singleResult.extensions = { ...singleResult.extensions, cost };
}
