import type { ErrorCode } from "../../common/errors";
import type { MediaType } from "./media-type";

type Statuses = Readonly<Record<MediaType, number>>;

/** Found before or after GraphQL began: it is the same to HTTP. */
const always = (status: number): Statuses => ({
  "application/json": status,
  "application/graphql-response+json": status,
});

/**
 * GraphQL refused a request that HTTP carried well: with `application/json`, that is an answer like any other, since
 * another status could come from a proxy on the way.
 */
const refused = (status: number): Statuses => ({
  "application/json": 200,
  "application/graphql-response+json": status,
});

/**
 * With which status an error comes when there are no data: one that stands beside data, be they null, comes with 200
 * whatever its code. docs/http.md has the same table.
 */
export const ERROR_STATUS: Readonly<Record<ErrorCode, Statuses>> = {
  BAD_USER_INPUT: refused(400),
  NOT_FOUND: refused(400),
  AMBIGUOUS: refused(400),
  DIRECTION_UNKNOWN: refused(400),
  GRAPHQL_PARSE_FAILED: refused(400),
  GRAPHQL_VALIDATION_FAILED: refused(400),
  OPERATION_RESOLUTION_FAILURE: refused(400),
  QUERY_TOO_LARGE: refused(400),
  QUERY_TOO_EXPENSIVE: refused(400),
  ANSWER_TOO_LARGE: refused(400),
  KEEPING_CLOSED: refused(403),
  PERSISTED_QUERY_NOT_FOUND: refused(404),
  QUERY_NOT_LISTED: refused(403),
  BAD_REQUEST: always(400),
  UNKNOWN_API_KEY: always(401),
  CROSS_SITE_REQUEST: always(403),
  ORIGIN_NOT_ALLOWED: always(403),
  PATH_NOT_FOUND: always(404),
  METHOD_NOT_ALLOWED: always(405),
  NOT_ACCEPTABLE: always(406),
  REQUEST_TIMEOUT: always(408),
  PAYLOAD_TOO_LARGE: always(413),
  UNSUPPORTED_MEDIA_TYPE: always(415),
  HEADERS_TOO_LARGE: always(431),
  RATE_LIMITED: always(429),
  CLIENT_CLOSED_REQUEST: always(499),
  INTERNAL_SERVER_ERROR: always(500),
  DEADLINE_EXCEEDED: always(503),
  SERVICE_UNAVAILABLE: always(503),
};

/** The status of an answer that has this error and no data. */
export function statusOf(code: ErrorCode, type: MediaType): number {
  return ERROR_STATUS[code][type];
}
