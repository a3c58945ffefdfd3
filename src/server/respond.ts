import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { watchOf } from "./watching/watched-response";

/** A request that is refused before GraphQL sees it. The message is for the caller. */
export class HttpError extends Error {
  override name = "HttpError";

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: { headers?: OutgoingHttpHeaders; extensions?: Record<string, unknown> } = {},
  ) {
    super(message);
  }
}

/** Sends a whole answer. Does nothing when the caller is gone. */
export function respond(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body: string | Buffer = "",
): void {
  if (response.headersSent || response.destroyed) return;
  const watch = watchOf(response);
  response.writeHead(status, {
    "x-content-type-options": "nosniff",
    ...(watch && { "x-request-id": watch.id }),
    ...headers,
    "content-length": Buffer.byteLength(body),
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

/** Sends an error in the shape of a GraphQL answer, whatever the path. */
export function respondError(response: ServerResponse, error: HttpError): void {
  const { headers, extensions } = error.details;
  respond(
    response,
    error.status,
    { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", ...headers },
    errorBody(error.code, error.message, extensions),
  );
}

/** The one shape of all errors, as text. */
export function errorBody(code: string, message: string, extensions: Record<string, unknown> = {}): string {
  return `${JSON.stringify({ errors: [{ message, extensions: { code, ...extensions } }] })}\n`;
}
