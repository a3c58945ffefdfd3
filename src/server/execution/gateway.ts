import type { ApolloServerOptionsWithGateway, BaseContext } from "@apollo/server";
import { type ExecutionResult, type GraphQLSchema, OperationTypeNode } from "graphql";
import type { RequestWatch } from "../../watching/request-watch";
import type { Executor } from "./executor";

type Gateway = ApolloServerOptionsWithGateway<BaseContext>["gateway"];

/** Takes points from the budget of a client. */
export type Charge = (points: number) => Promise<void>;

const OUTCOME = Symbol("outcome");

/** What came of an execution. */
export interface Outcome {
  result?: ExecutionResult;
  /** A query without errors: the same data give the same answer. */
  isComplete: boolean;
  /** The operation came in a way in which nothing may be changed. */
  isReadOnly?: boolean;
  /** Charges whoever asked with the points that the query costs; rejects when they have not so many left. */
  charge?: Charge;
  /** Why nobody was charged: this is to be answered, and nothing to be executed. */
  refusal?: unknown;
  /** The request that it is done for. */
  watch?: RequestWatch | undefined;
}

/** Makes the executor tell what came of the execution in this context. One that is there already is not done again. */
export function withOutcome<Context extends object>(context: Context, outcome: Outcome): Context {
  return Object.assign(context, { [OUTCOME]: outcome });
}

/** What came, or is to come, of the execution in this context. */
export function outcomeOf(context: object): Outcome | undefined {
  return (context as { [OUTCOME]?: Outcome })[OUTCOME];
}

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
        async executor({ document, request: { variables, operationName }, operation, context }) {
          const outcome = outcomeOf(context);
          if (outcome?.result) return outcome.result;
          const result = await execute({
            schema,
            document,
            contextValue: context,
            variableValues: variables,
            operationName,
          });
          if (outcome)
            outcome.isComplete = !result.errors && operation?.operation === OperationTypeNode.QUERY;
          return result;
        },
      };
    },
    async stop() {},
  };
}
