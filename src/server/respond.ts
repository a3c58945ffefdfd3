import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { ErrorCode } from "../common/errors";
import { statusOf } from "./http/error-status";
import type { HttpError } from "./http/http-error";
import { acceptedMediaType, contentTypeOf, MEDIA_TYPES } from "./http/media-type";
import { watchOf } from "./watching/watched-response";

/**
 * Sends a whole answer. Does nothing when the caller is gone. The body may be null where only the headers are asked for, so
 * that it was not made: then nothing is told of its length.
 */
export function respond(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body: string | Buffer | null = "",
): void {
  if (response.headersSent || response.destroyed) return;
  const watch = watchOf(response);
  response.writeHead(status, {
    "x-content-type-options": "nosniff",
    ...(watch && { "x-request-id": watch.id }),
    ...headers,
    // The status says that there is none.
    ...(status !== 204 && status !== 304 && body !== null && { "content-length": Buffer.byteLength(body) }),
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

/** Sends an error in the shape of a GraphQL answer, whatever the path. */
export function respondError(response: ServerResponse, { code, message, details }: HttpError): void {
  const { headers, extensions } = details;
  const type = acceptedMediaType(response.req.headers) ?? MEDIA_TYPES[0];
  respond(
    response,
    statusOf(code, type),
    { "content-type": contentTypeOf(type), "cache-control": "no-store", ...headers },
    errorBody(code, message, extensions),
  );
}

/** The one shape of all errors, as text. */
export function errorBody(
  code: ErrorCode,
  message: string,
  extensions: Record<string, unknown> = {},
): string {
  return `${JSON.stringify({ errors: [{ message, extensions: { code, ...extensions } }] })}\n`;
}
