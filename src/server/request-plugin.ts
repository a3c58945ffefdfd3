import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import { GraphQLError, OperationTypeNode } from "graphql";
import { CallerError, ErrorCode } from "../common/errors";
import type { Log } from "../common/log";
import { outcomeIn } from "./execution/gateway";
import { checkLiterals, checkVariables } from "./input-check";
import { nameArguments } from "./name-argument";
import { answerUnavailable } from "./unavailable-answer";
import { blame } from "./watching/blame";

/** Checks every request between parsing and execution, and makes validation errors name the argument. */
export function requestPlugin(log: Log): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ contextValue, errors }) {
          const watch = outcomeIn(contextValue)?.watch;
          for (const error of errors) blame(watch, error);
        },
        async willSendResponse({ response }) {
          const { body, http } = response;
          if (body.kind === "single") answerUnavailable(body.singleResult, http);
        },
        async validationDidStart({ schema, document }) {
          return async (errors) => {
            if (errors) nameArguments(schema, document, errors);
          };
        },
        async didResolveOperation({ document, operation, request }) {
          try {
            if (operation?.operation === OperationTypeNode.SUBSCRIPTION) throw subscriptionError();
            checkLiterals(document);
            checkVariables(document, request.variables ?? {});
          } catch (error) {
            throw error instanceof GraphQLError ? asBadRequest(error) : error;
          }
        },
      };
    },
    async unexpectedErrorProcessingRequest({ error, requestContext }) {
      const watch = outcomeIn(requestContext.contextValue)?.watch;
      (watch?.log ?? log).error("A request ended in an error outside of its resolvers", {
        stack: error.stack,
      });
    },
  };
}

function subscriptionError(): CallerError {
  return new CallerError(
    ErrorCode.BAD_USER_INPUT,
    "This service has no subscriptions; send the operation as a query, and again when you want fresh data.",
  );
}

/** Apollo Server reads the HTTP status from here and removes it; without one it would answer 500. */
function asBadRequest(error: GraphQLError): GraphQLError {
  error.extensions.http = { status: 400 };
  return error;
}
