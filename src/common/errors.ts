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
  /** A document is too long, too deep, or has too much of something. */
  QUERY_TOO_LARGE: "QUERY_TOO_LARGE",
  /** A query costs more points than one query may. */
  QUERY_TOO_EXPENSIVE: "QUERY_TOO_EXPENSIVE",
  /** A client has spent the points that it may spend in a minute. */
  RATE_LIMITED: "RATE_LIMITED",
  /** Whoever asked left before the answer was there. */
  CLIENT_CLOSED_REQUEST: "CLIENT_CLOSED_REQUEST",
  /** An answer took longer than a request may. */
  DEADLINE_EXCEEDED: "DEADLINE_EXCEEDED",
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

/** Rejects the value of one argument: says what was wrong with it and what would be right. */
export function badInput(argument: string, problem: string, suggestions?: string[]): CallerError {
  return new CallerError(ErrorCode.BAD_USER_INPUT, `${argument}: ${problem}`, {
    argument,
    ...(suggestions && { suggestions }),
  });
}
