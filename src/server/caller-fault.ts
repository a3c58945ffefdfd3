import { GraphQLError, type GraphQLFormattedError, Kind } from "graphql";
import { CallerError, ErrorCode, Unavailable } from "../common/errors";
import { validationFault } from "./validation-fault";

/** What the caller is told about an error they caused. */
export interface FaultDescription {
  code: string;
  argument?: string;
  /** Replaces the message of the error. */
  message?: string;
}

/** Codes that Apollo Server gives to errors before execution; all of them are the caller's. */
const REQUEST_CODES: ReadonlySet<unknown> = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILURE",
]);

/** Errors of the libraries that come without a code although the caller caused them. */
const UNCODED_REQUEST_ERRORS = [/^Too many errors processing variables/];

/** What graphql-js only calls aborted. */
const TOO_MANY_REPEATS =
  "The query asks for the same fields so often that to compare them would take too long. Ask for each of them once.";

/** Describes an error that the caller caused and can mend, or can wait out; undefined for every other error. */
export function callerFault(formatted: GraphQLFormattedError, error: unknown): FaultDescription | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  return error.path ? executionFault(error) : requestFault(formatted, error);
}

/** An error before execution: it has no path in the answer. */
function requestFault(formatted: GraphQLFormattedError, error: GraphQLError): FaultDescription | undefined {
  const code = String(formatted.extensions?.code);
  if (code === "GRAPHQL_VALIDATION_FAILED") {
    if (error.message === "Validation aborted.")
      return { code: ErrorCode.QUERY_TOO_LARGE, message: TOO_MANY_REPEATS };
    return { code: error.extensions.argument ? ErrorCode.BAD_USER_INPUT : code };
  }
  const variable = variableName(error);
  if (variable) return { code: ErrorCode.BAD_USER_INPUT, argument: variable };
  if (REQUEST_CODES.has(code) || error instanceof CallerError) return { code };
  const isUncoded = UNCODED_REQUEST_ERRORS.some((pattern) => pattern.test(error.message));
  return isUncoded && !error.originalError ? { code: ErrorCode.BAD_USER_INPUT } : undefined;
}

/** An error while a field was computed: whatever a resolver throws lands here, so codes alone are not trusted. */
function executionFault(error: GraphQLError): FaultDescription | undefined {
  for (let cause: unknown = error; cause instanceof GraphQLError; cause = cause.originalError) {
    if (cause instanceof CallerError || cause instanceof Unavailable)
      return { code: String(cause.extensions.code) };
    const fault = validationFault(cause);
    if (fault) return { code: ErrorCode.BAD_USER_INPUT, ...fault };
    // graphql-js checks here what it could not before: a variable without a value, a list or object holding one.
    const argument = /^Argument "(\w+)" (of required type|of non-null type|has invalid value)/.exec(
      cause.message,
    );
    if (argument && cause.originalError === undefined && cause.path === undefined) {
      return { code: ErrorCode.BAD_USER_INPUT, argument: argument[1] };
    }
  }
  return undefined;
}

/** `$where.score.gt` for an error about the value of a variable. */
function variableName(error: GraphQLError): string | undefined {
  const node = error.nodes?.length === 1 ? error.nodes[0] : undefined;
  if (node?.kind !== Kind.VARIABLE_DEFINITION) return undefined;
  const name = node.variable.name.value;
  if (!error.message.startsWith(`Variable "$${name}" `)) return undefined;
  const within = new RegExp(` at "${name}([^"]*)"; `).exec(error.message);
  return `$${name}${within?.[1] ?? ""}`;
}
