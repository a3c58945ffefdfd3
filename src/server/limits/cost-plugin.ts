import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from "@apollo/server";
import { CallerError, ErrorCode } from "../../common/errors";
import { type Outcome, outcomeOf } from "../execution/gateway";
import type { QueryCosts } from "./query-costs";
import { wantsCost } from "./wants-cost";

/** Refuses queries that cost too much, has the client charged for the others, and tells the cost when asked. */
export function costPlugin(costs: QueryCosts): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, request: { operationName, variables = {} }, contextValue }) {
          const points = costs.check(document, operationName, variables);
          const outcome = outcomeOf(contextValue);
          if (outcome?.watch) outcome.watch.cost = points;
          // What was executed before it came here was charged there.
          if (outcome && !outcome.result) await charge(outcome, points ?? 0);
        },
        async willSendResponse(context) {
          if (wantsCost(context.request.extensions)) tellCost(context, costs);
        },
      };
    },
  };
}

async function charge(outcome: Outcome, points: number): Promise<void> {
  try {
    await outcome.charge?.(points);
  } catch (error) {
    outcome.refusal = error;
    // Apollo Server only has to stop: what is answered is the refusal itself.
    throw new CallerError(ErrorCode.RATE_LIMITED, (error as Error).message);
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
