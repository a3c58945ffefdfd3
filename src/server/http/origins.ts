import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Origins } from "../../common/origins";
import { respond } from "../respond";
import { HttpError } from "./http-error";

/** Headers of an answer that a page may read, besides those that it may read anyway. */
const EXPOSED = "cache-status, etag, ratelimit, ratelimit-policy, retry-after, x-request-id";

/** How long a browser may remember what it was told, in seconds; browsers have their own limit of at most a day. */
const REMEMBERED_SECONDS = 86_400;

/** Whether a page of the origin may call. */
export function mayCall({ any, list }: Origins, origin: string | undefined): boolean {
  return origin !== undefined && (any || list.has(origin));
}

/** Lets the page that asked read the answer, whatever it will be, if it may. */
export function setOriginHeaders(
  origins: Origins,
  { origin }: IncomingHttpHeaders,
  response: ServerResponse,
): void {
  if (mayCall(origins, origin)) {
    response.setHeader("access-control-allow-origin", origins.any ? "*" : (origin as string));
    response.setHeader("access-control-expose-headers", EXPOSED);
  }
  if (origins.list.size > 0) response.setHeader("vary", "origin");
}

/**
 * Answers OPTIONS: which methods there are, and to a browser, whether a page may use them. Callers bring no cookies, so
 * that a page that may call may send any header.
 * @throws HttpError 403 when it may not
 */
export function answerOptions(
  origins: Origins,
  headers: IncomingHttpHeaders,
  methods: string,
  response: ServerResponse,
): void {
  const { origin } = headers;
  const asked = headers["access-control-request-method"];
  if (origin === undefined || asked === undefined) {
    respond(response, 204, { allow: methods });
    return;
  }
  if (!mayCall(origins, origin)) {
    const message = `Pages of ${origin.slice(0, 200)} may not call this service. CORS_ORIGINS lists those that may.`;
    throw new HttpError("ORIGIN_NOT_ALLOWED", message);
  }
  const granted: OutgoingHttpHeaders = {
    "access-control-allow-methods": methods,
    "access-control-max-age": String(REMEMBERED_SECONDS),
    vary: "origin, access-control-request-method, access-control-request-headers",
  };
  const named = headers["access-control-request-headers"];
  if (named) granted["access-control-allow-headers"] = named;
  respond(response, 204, { allow: methods, ...granted });
}
