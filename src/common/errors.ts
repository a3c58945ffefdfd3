import { GraphQLError } from "graphql";

/**
 * Stable codes of all errors, as they stand in `extensions.code`. docs/errors.md says of each what it means and what to
 * do, docs/http.md with which status it comes.
 */
export const ErrorCode = {
  /** An argument has a value that cannot be used. */
  BAD_USER_INPUT: "BAD_USER_INPUT",
  /** A reference names nothing that is known. */
  NOT_FOUND: "NOT_FOUND",
  /** A reference names several things. */
  AMBIGUOUS: "AMBIGUOUS",
  /** Neither a source nor the caller says whether higher or lower is better, so nothing can be ranked. */
  DIRECTION_UNKNOWN: "DIRECTION_UNKNOWN",
  /** The document is not GraphQL. */
  GRAPHQL_PARSE_FAILED: "GRAPHQL_PARSE_FAILED",
  /** The document does not fit the schema. */
  GRAPHQL_VALIDATION_FAILED: "GRAPHQL_VALIDATION_FAILED",
  /** The document does not say which of its operations is meant. */
  OPERATION_RESOLUTION_FAILURE: "OPERATION_RESOLUTION_FAILURE",
  /** A document is too long, too deep, or has too much of something. */
  QUERY_TOO_LARGE: "QUERY_TOO_LARGE",
  /** A query costs more points than one query may. */
  QUERY_TOO_EXPENSIVE: "QUERY_TOO_EXPENSIVE",
  /** A document is named by a hash or an id that is not known here. */
  PERSISTED_QUERY_NOT_FOUND: "PERSISTED_QUERY_NOT_FOUND",
  /** Only listed documents are answered, and this is none of them. */
  QUERY_NOT_LISTED: "QUERY_NOT_LISTED",
  /** The request is no GraphQL request as HTTP carries it. */
  BAD_REQUEST: "BAD_REQUEST",
  /** A key was sent that was given to nobody. */
  UNKNOWN_API_KEY: "UNKNOWN_API_KEY",
  /** A page of another site may have sent the request without the will of its reader. */
  CROSS_SITE_REQUEST: "CROSS_SITE_REQUEST",
  /** A browser asks whether a page may call, and it may not. */
  ORIGIN_NOT_ALLOWED: "ORIGIN_NOT_ALLOWED",
  PATH_NOT_FOUND: "PATH_NOT_FOUND",
  METHOD_NOT_ALLOWED: "METHOD_NOT_ALLOWED",
  /** The caller takes no media type that an answer can have. */
  NOT_ACCEPTABLE: "NOT_ACCEPTABLE",
  REQUEST_TIMEOUT: "REQUEST_TIMEOUT",
  PAYLOAD_TOO_LARGE: "PAYLOAD_TOO_LARGE",
  /** The body has a media type, charset or encoding that is not read. */
  UNSUPPORTED_MEDIA_TYPE: "UNSUPPORTED_MEDIA_TYPE",
  HEADERS_TOO_LARGE: "HEADERS_TOO_LARGE",
  /** A client has spent the points that it may spend in a minute. */
  RATE_LIMITED: "RATE_LIMITED",
  /** Whoever asked left before the answer was there. */
  CLIENT_CLOSED_REQUEST: "CLIENT_CLOSED_REQUEST",
  /** Ours, not the caller's. */
  INTERNAL_SERVER_ERROR: "INTERNAL_SERVER_ERROR",
  /** An answer took longer than a request may. */
  DEADLINE_EXCEEDED: "DEADLINE_EXCEEDED",
  /** The service is starting or stopping, or its database is away for now. */
  SERVICE_UNAVAILABLE: "SERVICE_UNAVAILABLE",
} as const;

export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];

export interface ErrorDetails {
  /** Name or path of the argument that is at fault. */
  argument?: string;
  /** What would have been right. */
  suggestions?: string[];
  /** What a query costs, and what one may cost. */
  cost?: { requested: number; limit: number };
  /** The way to the field that most of the cost is for. */
  dearest?: string;
  /** Which limit was passed, and by how much. */
  limit?: { name: string; allowed: number; found?: number };
}

/**
 * An error that the caller caused and can mend. Only these reach the caller as they are; everything else is
 * logged and shown as an id.
 */
export class CallerError extends GraphQLError {
  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, { extensions: { code, ...details } });
    this.name = "CallerError";
  }
}

/**
 * The database is away for now, or there is too much to do: nobody's fault, and nothing to report. The same request can be
 * answered later. What the cause says is for the log.
 */
export class Unavailable extends GraphQLError {
  static readonly CODE = ErrorCode.SERVICE_UNAVAILABLE;
  /** After so many seconds it is worth to try again. */
  static readonly RETRY_AFTER_S = 5;

  constructor(cause: unknown, problem = "The database cannot be reached at the moment.") {
    super(`${problem} Ask again in a few seconds.`, {
      extensions: { code: Unavailable.CODE },
    });
    this.name = "Unavailable";
    this.cause = cause;
  }
}

/** Rejects the value of one argument: says what was wrong with it and what would be right. */
export function badInput(argument: string, problem: string, suggestions?: string[]): CallerError {
  return new CallerError(ErrorCode.BAD_USER_INPUT, `${argument}: ${problem}`, {
    argument,
    ...(suggestions && { suggestions }),
  });
}
