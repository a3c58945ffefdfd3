import {
  type ApolloServerPlugin,
  type BaseContext,
  type GraphQLRequestContext,
  type GraphQLResponse,
  HeaderMap,
} from "@apollo/server";
import { type Outcome, outcomeOf } from "../execution/gateway";
import type { QueryCosts } from "./query-costs";
import { wantsCost } from "./wants-cost";

/** Refuses queries that cost too much, has the client charged for the others, and tells the cost when asked. */
export function costPlugin(costs: QueryCosts): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      let points: number | undefined;
      return {
        async didResolveOperation({ document, request: { operationName, variables = {} }, contextValue }) {
          points = costs.check(document, operationName, variables);
          const outcome = outcomeOf(contextValue);
          if (outcome?.watch) outcome.watch.cost = points;
        },
        // Not before: the checks of other plugins run beside the one above, and what they refuse costs nothing.
        async responseForOperation({ contextValue }) {
          const outcome = outcomeOf(contextValue);
          // What was executed before it came here was charged there.
          return outcome && !outcome.result ? charge(outcome, points ?? 0) : null;
        },
        async willSendResponse(context) {
          if (wantsCost(context.request.extensions)) tellCost(context, costs);
        },
      };
    },
  };
}

/** Gives an answer only to keep the query from being executed. */
async function charge(outcome: Outcome, points: number): Promise<GraphQLResponse | null> {
  try {
    await outcome.charge?.(points);
    return null;
  } catch (error) {
    outcome.refusal = error;
    const http = { status: undefined, headers: new HeaderMap() };
    return { http, body: { kind: "single", singleResult: {} } };
  }
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
