import { hashOfKey } from "../../src/common/api-keys";
import { ErrorCode } from "../../src/common/errors";
import { ERROR_STATUS } from "../../src/server/http/error-status";
import { MEDIA_TYPES } from "../../src/server/http/media-type";
import { QueryList } from "../../src/server/query-list";
import { type Answer, post, send, sendRaw } from "../support/http-client";
import { startTinyService, type TinyService } from "../support/tiny-service";

let service: TinyService;
let listed: TinyService;
let limited: TinyService;
beforeAll(async () => {
  const timeouts = { headers: 100, request: 100, keepAlive: 1_000 };
  service = await startTinyService({ timeouts });
  listed = await startTinyService({ queries: new QueryList() });
  limited = await startTinyService({
    limits: { cost: 10, aliases: 1, deadlineMs: 100 },
    budget: { pointsPerAddress: 100_000, keys: new Map([[hashOfKey(POOR), 1]]) },
  });
});
afterAll(() => Promise.all([service, listed, limited].map((one) => one.stop(1_000))));

/** A key of a single point in a minute. */
const POOR = "a-key-of-one-point";

type Headers = Record<string, string>;
const asked = (body: unknown) => (headers: Headers) => post(service.url, body, headers);
const askedOfLimited = (query: string, more: Headers = {}) => {
  return (headers: Headers) => post(limited.url, { query }, { ...headers, ...more });
};
const got =
  (path: string, more: RequestInit & { headers?: Headers } = {}) =>
  (headers: Headers) =>
    send(service.url + path, { ...more, headers: { ...headers, ...more.headers } });

/** What brings an error of each code, without data. */
const CAUSES: Partial<Record<ErrorCode, (headers: Headers) => Promise<Answer>>> = {
  BAD_USER_INPUT: asked({ query: "query ($n: String!) { required(name: $n) }" }),
  GRAPHQL_PARSE_FAILED: asked({ query: "{" }),
  GRAPHQL_VALIDATION_FAILED: asked({ query: "{ nothing }" }),
  OPERATION_RESOLUTION_FAILURE: asked({ query: "query a { hello } query b { hello }" }),
  QUERY_TOO_LARGE: askedOfLimited("{ a: hello b: hello }"),
  QUERY_TOO_EXPENSIVE: askedOfLimited("{ items { item { item { item { id } } } } }"),
  PERSISTED_QUERY_NOT_FOUND: asked({ documentId: "x" }),
  QUERY_NOT_LISTED: (headers) => post(listed.url, { query: "{ hello }" }, headers),
  BAD_REQUEST: asked("{"),
  UNKNOWN_API_KEY: askedOfLimited("{ hello }", { "x-api-key": "another-key-than-that" }),
  CROSS_SITE_REQUEST: got("/graphql?query=%7Bhello%7D", { headers: { "sec-fetch-site": "cross-site" } }),
  ORIGIN_NOT_ALLOWED: got("/graphql", {
    method: "OPTIONS",
    headers: { origin: "https://x.example", "access-control-request-method": "POST" },
  }),
  PATH_NOT_FOUND: got("/nowhere"),
  METHOD_NOT_ALLOWED: got("/graphql?query=mutation%7Btouch%7D"),
  PAYLOAD_TOO_LARGE: asked("x".repeat(300_000)),
  UNSUPPORTED_MEDIA_TYPE: (headers) => post(service.url, {}, { ...headers, "content-type": "text/plain" }),
  RATE_LIMITED: async (headers) => {
    const ask = askedOfLimited("{ hello }", { "x-api-key": POOR });
    await ask(headers);
    return ask(headers);
  },
  INTERNAL_SERVER_ERROR: (headers) =>
    post(service.url, { query: "{ hello }" }, { ...headers, "user-agent": "nobody" }),
  DEADLINE_EXCEEDED: askedOfLimited("{ slow(ms: 300) }"),
  SERVICE_UNAVAILABLE: asked({ query: "{ databaseAway }" }),
};

/** What comes before, or without, a media type that was agreed on. */
const RAW: Partial<Record<ErrorCode, string>> = {
  NOT_ACCEPTABLE:
    "GET /graphql?query=%7Bhello%7D HTTP/1.1\r\nHost: x\r\nAccept: text/csv\r\nConnection: close\r\n\r\n",
  REQUEST_TIMEOUT:
    "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
  HEADERS_TOO_LARGE: `GET /graphql HTTP/1.1\r\nHost: x\r\nX: ${"x".repeat(20_000)}\r\n\r\n`,
};

/** These come of a single field only, and so always beside data. */
const BESIDE_DATA: ErrorCode[] = [
  "NOT_FOUND",
  "AMBIGUOUS",
  "DIRECTION_UNKNOWN",
  "ANSWER_TOO_LARGE",
  "KEEPING_CLOSED",
];

/** Whom it would be sent to has left. */
const NEVER_SENT: ErrorCode[] = ["CLIENT_CLOSED_REQUEST"];

test("every code has its case", () => {
  const cases = [...Object.keys(CAUSES), ...Object.keys(RAW), ...BESIDE_DATA, ...NEVER_SENT];
  expect(cases.sort()).toEqual(Object.values(ErrorCode).sort());
});

describe.each(MEDIA_TYPES)("with %s", (type) => {
  test.each(Object.entries(CAUSES))("%s has the status of the table", async (code, cause) => {
    const answer = await cause({ accept: type });
    const { status, headers, data, errors } = answer;
    expect({ code: errors[0].extensions.code, status }).toEqual({
      code,
      status: ERROR_STATUS[code as ErrorCode][type],
    });
    expect([headers.get("content-type"), headers.get("cache-control"), data]).toEqual([
      `${type}; charset=utf-8`,
      "no-store",
      undefined,
    ]);
    for (const error of errors) expect(error.message).toMatch(/\S/);
  });

  test("an error beside data, be they null, has the status 200", async () => {
    for (const query of ["{ callerFault }", "{ hello fault }", "{ sureFault }"]) {
      const { status, errors, data } = await post(service.url, { query }, { accept: type });
      expect([status, errors.length, typeof data]).toEqual([200, 1, "object"]);
    }
  });
});

test.each(Object.entries(RAW))("%s has the status of the table", async (code, bytes) => {
  const answer = await sendRaw(service.url, bytes);
  const status = ERROR_STATUS[code as ErrorCode]["application/json"];
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  const [head, body] = answer.split("\r\n\r\n");
  expect(head).toMatch(/content-type: application\/json; charset=utf-8/i);
  expect(JSON.parse(body).errors[0].extensions.code).toBe(code);
});
