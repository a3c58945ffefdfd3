import { GraphQLError } from "graphql";

/** Stable codes of the errors that a caller can act on. They stand in `extensions.code`. */
export const ErrorCode = {
  /** An argument has a value that cannot be used. */
  BAD_USER_INPUT: "BAD_USER_INPUT",
  /** A reference names nothing that is known. */
  NOT_FOUND: "NOT_FOUND",
  /** A reference names several things. */
  AMBIGUOUS: "AMBIGUOUS",
  /** Neither a source nor the caller says whether higher or lower is better, so nothing can be ranked. */
  DIRECTION_UNKNOWN: "DIRECTION_UNKNOWN",
} as const;

export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];

export interface ErrorDetails {
  /** Name or path of the argument that is at fault. */
  argument?: string;
  /** What would have been right. */
  suggestions?: string[];
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
 * The database is away for now: nobody's fault, and nothing to report. The same request can be answered later. What the
 * cause says is for the log.
 */
export class Unavailable extends GraphQLError {
  static readonly CODE = "SERVICE_UNAVAILABLE";
  /** After so many seconds it is worth to try again. */
  static readonly RETRY_AFTER_S = 5;

  constructor(cause: unknown) {
    super("The database cannot be reached at the moment. Ask again in a few seconds.", {
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
