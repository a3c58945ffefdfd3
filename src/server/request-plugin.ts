import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import { OperationTypeNode } from "graphql";
import { CallerError, ErrorCode } from "../common/errors";
import type { Log } from "../common/log";
import { outcomeOf } from "./execution/gateway";
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
          const watch = outcomeOf(contextValue)?.watch;
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
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          const kind = operation?.operation ?? OperationTypeNode.QUERY;
          if (kind !== OperationTypeNode.QUERY && outcomeOf(contextValue)?.isReadOnly)
            throw readOnlyError(kind);
          if (kind === OperationTypeNode.SUBSCRIPTION) throw subscriptionError();
          if (!schema.getRootType(kind)) {
            throw new CallerError(
              ErrorCode.BAD_USER_INPUT,
              `This service has no ${kind}s; it answers queries.`,
            );
          }
          checkLiterals(document);
          checkVariables(document, request.variables ?? {});
        },
      };
    },
    async unexpectedErrorProcessingRequest({ error, requestContext }) {
      const watch = outcomeOf(requestContext.contextValue)?.watch;
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

function readOnlyError(kind: string): CallerError {
  return new CallerError(ErrorCode.METHOD_NOT_ALLOWED, `GET is for queries only; send a ${kind} by POST.`);
}
