import { lineLog } from "../../src/common/log";
import { startHttpServer } from "../../src/server/http-server";
import { post, send, sendRaw } from "../support/http-client";
import { SECRET, startTinyService, type TinyService } from "../support/tiny-service";

let service: TinyService;

beforeAll(async () => {
  service = await startTinyService();
});
afterAll(() => service.stop(1_000));

const get = (path: string, headers: Record<string, string> = {}) => send(service.url + path, { headers });

describe("queries", () => {
  it("are answered by POST with JSON", async () => {
    const answer = await post(service.url, {
      query: "query ($n: String) { hello(name: $n) }",
      variables: { n: "A" },
    });
    expect(answer).toMatchObject({ status: 200, data: { hello: "Hello A" }, errors: [] });
    expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
  });

  it("are answered by GET, when the caller cannot be a mere link", async () => {
    const path = `/graphql?query=${encodeURIComponent("{ hello }")}`;
    expect(await get(path, { "apollo-require-preflight": "1" })).toMatchObject({
      status: 200,
      data: { hello: "Hello you" },
    });
    const blocked = await get(path);
    expect(blocked).toMatchObject({ status: 400, errors: [{ extensions: { code: "BAD_REQUEST" } }] });
    expect(blocked.errors[0].message).toContain("Cross-Site Request Forgery");
  });

  it("get a context made from their own request", async () => {
    const answer = await post(service.url, { query: "{ agent }" }, { "user-agent": "tester/1" });
    expect(answer.data).toEqual({ agent: "tester/1" });
  });

  it("are not mutations when sent by GET", async () => {
    const path = `/graphql?query=${encodeURIComponent("mutation { touch }")}`;
    const answer = await get(path, { "apollo-require-preflight": "1" });
    expect(answer).toMatchObject({ status: 405, errors: [{ extensions: { code: "BAD_REQUEST" } }] });
    expect(answer.headers.get("allow")).toBe("POST");
  });

  it("must say what they ask", async () => {
    const answer = await get("/graphql");
    expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: "BAD_REQUEST" } }] });
    expect(answer.errors[0].message).toContain("No query was sent");
    expect((await post(service.url, { query: "" })).status).toBe(400);
  });

  it("do not come in batches", async () => {
    expect(await post(service.url, [{ query: "{ hello }" }])).toMatchObject({
      status: 400,
      errors: [{ message: "Operation batching disabled.", extensions: { code: "BAD_REQUEST" } }],
    });
  });

  it("let the schema be read", async () => {
    const answer = await post(service.url, { query: "{ __schema { queryType { name } } }" });
    expect(answer.data).toEqual({ __schema: { queryType: { name: "Query" } } });
  });
});

describe("bodies", () => {
  it.each([
    [
      "larger than the limit",
      "x".repeat(256 * 1024 + 1),
      413,
      "PAYLOAD_TOO_LARGE",
      "larger than 262144 bytes",
    ],
    [
      "far larger than the limit",
      "x".repeat(3_000_000),
      413,
      "PAYLOAD_TOO_LARGE",
      "larger than 262144 bytes",
    ],
    ["of broken JSON", '{"query": "{ hello }"', 400, "BAD_REQUEST", "not valid JSON"],
    ["without content", "", 400, "BAD_REQUEST", "not valid JSON"],
    ["that are no object", '"text"', 400, "BAD_REQUEST", "POST body missing"],
  ])("%s are refused", async (_what, body, status, code, message) => {
    const answer = await post(service.url, body);
    expect(answer).toMatchObject({ status, errors: [{ extensions: { code } }] });
    expect(answer.errors[0].message).toContain(message);
    expect((await post(service.url, { query: "{ hello }" })).status).toBe(200);
  });

  it("of just the largest size are read", async () => {
    const query = "{ hello }";
    const padding = " ".repeat(256 * 1024 - JSON.stringify({ query }).length);
    expect((await post(service.url, { query: query + padding })).status).toBe(200);
  });

  it("above the limit are refused too when their length is not announced", async () => {
    const body = new ReadableStream({
      start(controller) {
        for (let part = 0; part < 5; part++)
          controller.enqueue(new TextEncoder().encode("x".repeat(100_000)));
        controller.close();
      },
    });
    const headers = { "content-type": "application/json" };
    const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
    expect((await send(`${service.url}/graphql`, init)).status).toBe(413);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1", ""])(
    "of content type %j are refused",
    async (type) => {
      const answer = await post(service.url, { query: "{ hello }" }, { "content-type": type });
      expect(answer).toMatchObject({
        status: 415,
        errors: [{ extensions: { code: "UNSUPPORTED_MEDIA_TYPE" } }],
      });
      expect(answer.headers.get("accept")).toBe("application/json");
    },
  );

  it("that are compressed or not UTF-8 are refused", async () => {
    expect((await post(service.url, "{}", { "content-encoding": "gzip" })).status).toBe(415);
    const answer = await send(`${service.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: Buffer.from([0x22, 0xff, 0x22]),
    });
    expect(answer).toMatchObject({ status: 400, errors: [{ message: "The body is not valid UTF-8." }] });
  });
});

describe("paths", () => {
  it("that are unknown get a list of those that exist", async () => {
    const answer = await get("/graph?x=1");
    expect(answer).toMatchObject({ status: 404, errors: [{ extensions: { code: "NOT_FOUND" } }] });
    expect(answer.errors[0].extensions.paths).toEqual([
      "/",
      "/graphql",
      "/healthz",
      "/readyz",
      "/playground",
    ]);
    expect(answer.errors[0].message).toContain("/playground");
  });

  it("refuse other methods and say which they take", async () => {
    const answer = await send(`${service.url}/graphql`, { method: "DELETE" });
    expect(answer).toMatchObject({ status: 405, errors: [{ extensions: { code: "METHOD_NOT_ALLOWED" } }] });
    expect(answer.headers.get("allow")).toBe("GET, POST");
    const health = await send(`${service.url}/healthz`, { method: "POST" });
    expect(health.headers.get("allow")).toBe("GET, HEAD");
  });

  it("/healthz says ok", async () => {
    expect(await get("/healthz")).toMatchObject({ status: 200, text: "ok" });
  });

  it("/ leads to the playground", async () => {
    const answer = await get("/");
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "/playground"]);
  });

  it("that cannot be read are refused in the same shape as everything else", async () => {
    const answer = await sendRaw(service.url, "GET /a b c HTTP/1.1\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(JSON.parse(answer.split("\r\n\r\n")[1] ?? "")).toMatchObject({
      errors: [{ extensions: { code: "BAD_REQUEST" } }],
    });
  });
});

it("an error that nobody expected is still answered, and masked", async () => {
  const lines: string[] = [];
  const graphql = {
    ...service.graphql,
    start: async () => {},
    stop: async () => {},
    executeHttp: () => Promise.reject(new Error(SECRET)),
  };
  const log = lineLog((line) => lines.push(line));
  const broken = await startHttpServer({ graphql, host: "127.0.0.1", port: 0, log });
  const answer = await post(broken.url, { query: "{ hello }" });
  await broken.stop(1_000);
  expect(answer).toMatchObject({ status: 500, errors: [{ extensions: { code: "INTERNAL_SERVER_ERROR" } }] });
  expect(answer.text).not.toContain(SECRET);
  expect(lines.join()).toContain(`"id":"${answer.errors[0].extensions.id}"`);
});
