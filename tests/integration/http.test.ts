import { gzipSync } from "node:zlib";
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

  it("are answered by GET", async () => {
    const answer = await get(`/graphql?query=${encodeURIComponent("{ hello }")}`);
    expect(answer).toMatchObject({ status: 200, data: { hello: "Hello you" } });
  });

  it("get a context made from their own request", async () => {
    const answer = await post(service.url, { query: "{ agent }" }, { "user-agent": "tester/1" });
    expect(answer.data).toEqual({ agent: "tester/1" });
  });

  it.each(["mutation { touch }", "subscription { hello }", "query a { hello } mutation b { touch }"])(
    "are all that GET takes: %s",
    async (query) => {
      const parameters = new URLSearchParams({ query, operationName: query.startsWith("query") ? "b" : "" });
      const answer = await get(`/graphql?${parameters}`);
      expect(answer).toMatchObject({ status: 405, errors: [{ extensions: { code: "METHOD_NOT_ALLOWED" } }] });
      expect(answer.headers.get("allow")).toBe("POST");
      expect(service.contexts.flatMap(({ changes }) => changes)).toEqual([]);
    },
  );

  it("that change something are answered by POST", async () => {
    expect((await post(service.url, { query: "mutation { touch }" })).data).toEqual({ touch: true });
    expect(service.contexts.at(-1)?.changes).toEqual(["touch"]);
  });

  it.each([
    ["variables=%7B", "variables"],
    ["variables=5", "variables"],
    ["extensions=%5B%5D", "extensions"],
    ["operationName=a&operationName=a", "operationName"],
    ["query=%7Bhello%7D", "query"],
    ["x=%ff", undefined],
    ["x=%C0%AF", undefined],
    ["x=%zz", undefined],
  ])("by GET are read strictly: %s", async (parameters, argument) => {
    const answer = await get(`/graphql?query=%7Bhello%7D&${parameters}`);
    expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: "BAD_REQUEST" } }] });
    expect(answer.errors[0].extensions.argument).toBe(argument);
  });

  it("by GET have no body, of whatever type", async () => {
    const answer = await get("/graphql?query=%7Bhello%7D", { "content-type": "text/plain" });
    expect(answer).toMatchObject({
      status: 415,
      errors: [{ extensions: { code: "UNSUPPORTED_MEDIA_TYPE" } }],
    });
    const json = await get("/graphql?query=%7Bhello%7D", { "content-type": "application/json" });
    expect(json.status).toBe(200);
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
      errors: [{ message: expect.stringContaining("no batches"), extensions: { code: "BAD_REQUEST" } }],
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
    ["that are no object", '"text"', 400, "BAD_REQUEST", "must be a JSON object"],
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

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/json; charset=latin1",
    "application/graphql",
    "nonsense",
    "",
  ])("of content type %j are refused", async (type) => {
    const answer = await post(service.url, { query: "{ hello }" }, { "content-type": type });
    expect(answer).toMatchObject({
      status: 415,
      errors: [{ extensions: { code: "UNSUPPORTED_MEDIA_TYPE" } }],
    });
    expect(answer.headers.get("accept")).toBe("application/json");
  });

  it.each(["gzip", "br", "deflate", "gzip, gzip", "x"])(
    "in the encoding %s are refused",
    async (encoding) => {
      const answer = await post(service.url, "{}", { "content-encoding": encoding });
      expect(answer).toMatchObject({
        status: 415,
        errors: [{ extensions: { code: "UNSUPPORTED_MEDIA_TYPE" } }],
      });
      expect(answer.headers.get("accept-encoding")).toBe("identity");
    },
  );

  it("that would inflate to a gigabyte are refused without a look", async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(64 * 1024 * 1024)));
    expect(bomb.length).toBeLessThan(2_000);
    const before = process.memoryUsage().rss;
    const init = {
      method: "POST",
      headers: { "content-type": "application/json", "content-encoding": "gzip, gzip" },
      body: bomb,
    };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => send(`${service.url}/graphql`, init as RequestInit)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([415]));
    expect(process.memoryUsage().rss - before).toBeLessThan(48 * 1024 * 1024);
  });

  it("that are not UTF-8 are refused", async () => {
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
    expect(answer).toMatchObject({ status: 404, errors: [{ extensions: { code: "PATH_NOT_FOUND" } }] });
    expect(answer.errors[0].extensions.paths).toEqual([
      "/",
      "/graphql",
      "/healthz",
      "/readyz",
      "/playground",
    ]);
    expect(answer.errors[0].message).toContain("/playground");
  });

  it("answer OPTIONS with their methods, and HEAD where there is something to look at", async () => {
    const options = await send(`${service.url}/graphql`, { method: "OPTIONS" });
    expect([options.status, options.headers.get("allow"), options.text]).toEqual([
      204,
      "GET, POST, OPTIONS",
      "",
    ]);
    expect((await send(`${service.url}/healthz`, { method: "HEAD" })).status).toBe(200);
    const head = await send(`${service.url}/graphql?query=%7Bhello%7D`, { method: "HEAD" });
    expect([head.status, head.headers.get("allow"), head.text]).toEqual([405, "GET, POST, OPTIONS", ""]);
  });

  it("refuse other methods and say which they take", async () => {
    const answer = await send(`${service.url}/graphql`, { method: "DELETE" });
    expect(answer).toMatchObject({ status: 405, errors: [{ extensions: { code: "METHOD_NOT_ALLOWED" } }] });
    expect(answer.headers.get("allow")).toBe("GET, POST, OPTIONS");
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
