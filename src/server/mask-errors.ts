import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { CallerError } from "../common/errors";
import type { Log } from "../common/log";
import { callerFault, type FaultDescription } from "./caller-fault";
import { reportInternalError } from "./internal-error";
import { blamed } from "./watching/blame";

/** Longest message that is sent; graphql-js repeats the caller's own values in full. */
const MAX_MESSAGE_LENGTH = 1_000;

export interface MaskOptions {
  log: Log;
  /** Leave out suggestions of names of the schema. */
  hideSuggestions: boolean;
}

/**
 * Makes the `formatError` of Apollo Server: errors the caller caused pass, with a stable code; anything else is
 * logged with its stack under an id, and only that id is shown.
 */
export function maskErrors({ log, hideSuggestions }: MaskOptions) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const fault = callerFault(formatted, error);
    if (fault) return describe(formatted, fault, hideSuggestions && !isOwn(error));
    const watch = blamed(error);
    if (watch) watch.isFaulty = true;
    const { message, ...extensions } = reportInternalError(watch?.log ?? log, innermost(error), {
      path: formatted.path?.join("."),
    });
    const { locations, path } = formatted;
    return { message, ...(locations && { locations }), ...(path && { path }), extensions };
  };
}

function describe(
  formatted: GraphQLFormattedError,
  fault: FaultDescription,
  hideSuggestions: boolean,
): GraphQLFormattedError {
  let message = fault.message ?? formatted.message;
  if (hideSuggestions) message = message.replace(/ ?Did you mean (.+?)\?$/s, "");
  if (message.length > MAX_MESSAGE_LENGTH) message = `${message.slice(0, MAX_MESSAGE_LENGTH)} [...]`;
  const { validationErrors: _, ...extensions } = formatted.extensions ?? {};
  const { code, argument } = fault;
  return { ...formatted, message, extensions: { ...extensions, code, ...(argument && { argument }) } };
}

/** Suggestions in the project's own errors are about data, not about the schema. */
function isOwn(error: unknown): boolean {
  return innermost(error) instanceof CallerError;
}

function innermost(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? innermost(error.originalError) : error;
}
