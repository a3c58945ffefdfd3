import type { ServerResponse } from "node:http";
import { CallerError, type ErrorCode, Unavailable } from "../common/errors";
import { statusOf } from "./http/error-status";
import { HttpError } from "./http/http-error";
import { errorBody, respond } from "./respond";

/** Whether an error is the caller's, or nobody's. */
export function isTold(error: unknown): error is CallerError | Unavailable {
  return error instanceof CallerError || error instanceof Unavailable;
}

/**
 * Answers with what is wrong with an address, where no GraphQL was asked: with the statuses that GraphQL's own media type has.
 * Throws on what the caller may not be told.
 */
export function respondOfAddress(response: ServerResponse, error: unknown): void {
  const { code, message, details } = asHttpError(error);
  const { headers, extensions } = details;
  const type = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
  const status = statusOf(code, "application/graphql-response+json");
  respond(response, status, { ...type, ...headers }, errorBody(code, message, extensions));
}

function asHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (!isTold(error)) throw error;
  const { code, ...extensions } = error.extensions;
  const headers = error instanceof Unavailable ? { "retry-after": String(Unavailable.RETRY_AFTER_S) } : {};
  return new HttpError(code as ErrorCode, error.message, { headers, extensions });
}
