import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { AnswerCacheOptions } from "../../src/server/answers/answer-cache";
import { post, send } from "../support/http-client";
import { startTinyService, type TinyService } from "../support/tiny-service";

let service: TinyService;
let revision: string;
let reads: number;

async function start(options: Partial<AnswerCacheOptions> = {}) {
  await service?.stop(1_000);
  revision = "1";
  reads = 0;
  const readRevision = async () => {
    reads += 1;
    return revision;
  };
  service = await startTinyService({
    limits: { aliases: 10_000, rootFields: 10_000 },
    answers: { mostBytes: 1e6, version: "1.0.0", readRevision, ...options },
  });
}
beforeEach(() => start());
afterAll(() => service.stop(1_000));

const status = ({ headers }: { headers: Headers }) =>
  headers.get("cache-status")?.replace("scoregraph; ", "");
const executions = () => service.contexts.length;
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** Sends by GET, as persisted queries are sent. */
function get(parameters: Record<string, string>, headers: Record<string, string> = {}) {
  const url = `${service.url}/graphql?${new URLSearchParams(parameters)}`;
  return send(url, { headers: { "apollo-require-preflight": "1", ...headers } });
}

const ask = (query: string, variables?: unknown, headers?: Record<string, string>) =>
  post(service.url, { query, variables }, headers);

/** Until as many operations are being executed, or were. */
const executing = async (count: number) => {
  while (executions() < count) await wait(5);
};

/** Until an answer that was sent has been kept as well. */
const settled = () => wait(20);

async function askTwice(query: string, variables?: unknown) {
  const first = await ask(query, variables);
  await settled();
  return [first, await ask(query, variables)];
}

describe("an answer that is asked for again", () => {
  it("is given from memory, the same to the byte", async () => {
    const [first, second] = await askTwice("{ hello }");
    expect([first, second].map(status)).toEqual(["fwd=miss", "hit"]);
    expect(second.text).toBe(first.text);
    expect(second.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(second.headers.get("x-content-type-options")).toBe("nosniff");
    expect(executions()).toBe(1);
  });

  it("is executed again when the revision of the data is another one, and found again when it is as before", async () => {
    await askTwice("{ hello }");
    revision = "2";
    expect((await askTwice("{ hello }")).map(status)).toEqual(["fwd=miss", "hit"]);
    expect(executions()).toBe(2);
  });

  it("is not kept when the data changed while it was executed", async () => {
    const running = ask("{ slow(ms: 50) }");
    await executing(1);
    revision = "2";
    expect(status(await running)).toBe("fwd=miss");
    await settled();
    revision = "1";
    expect(status(await ask("{ slow(ms: 50) }"))).toBe("fwd=miss");
  });

  it.each([
    [
      "the order of variables",
      { where: { score: { gt: 1, gte: 2 }, name: "x" }, first: 1 },
      { first: 1, where: { name: "x", score: { gte: 2, gt: 1 } } },
    ],
    ["none and no variables", undefined, {}],
    ["null and no variables", null, {}],
  ])("is found whatever %s", async (_what, variables, same) => {
    const query = "query ($where: Where, $first: Int) { items(where: $where, first: $first) { id } }";
    await ask(query, variables);
    await settled();
    expect(status(await ask(query, same))).toBe("hit");
  });

  it.each([
    ["other variables", { query: "query q($n: String) { hello(name: $n) }", variables: { n: "B" } }],
    ["a variable that is null", { query: "query q($n: String) { hello(name: $n) }", variables: { n: null } }],
    ["another document", { query: "query q($n: String) { hello(name: $n)  }", variables: { n: "A" } }],
    [
      "another operation",
      { query: "query q($n: String) { hello(name: $n) }", variables: { n: "A" }, operationName: "q" },
    ],
  ])("is another one for %s", async (_what, body) => {
    await ask("query q($n: String) { hello(name: $n) }", { n: "A" });
    await settled();
    expect(status(await post(service.url, body))).toBe("fwd=miss");
  });

  it("is told apart by the operation that is meant", async () => {
    const query = "query a { hello } query b { on(day: null) }";
    for (const operationName of ["a", "b", "a", "b"]) {
      const answer = await post(service.url, { query, operationName });
      expect(Object.keys(answer.data)).toEqual([operationName === "a" ? "hello" : "on"]);
      await settled();
    }
    expect(executions()).toBe(2);
  });

  it("is told apart by the media type", async () => {
    await askTwice("{ hello }");
    const accept = "application/graphql-response+json";
    const other = await ask("{ hello }", {}, { accept });
    expect([status(other), other.headers.get("content-type")]).toEqual([
      "fwd=miss",
      `${accept}; charset=utf-8`,
    ]);
    await settled();
    const again = await ask("{ hello }", {}, { accept });
    expect([status(again), again.headers.get("content-type")]).toEqual(["hit", `${accept}; charset=utf-8`]);
    expect((await ask("{ hello }", {}, { accept: "text/plain" })).status).toBe(406);
  });

  it("is the same by POST, by GET, and by the hash of its document", async () => {
    const query = "query ($n: String) { hello(name: $n) }";
    await ask(query, { n: "A" }, { accept: "*/*" });
    await settled();
    const variables = '{ "n": "A" }';
    const persistedQuery = { version: 1, sha256Hash: hashOf(query) };
    const byGet = await get({ query, variables });
    const byHash = await get({ variables, extensions: JSON.stringify({ persistedQuery }) });
    expect([byGet, byHash].map((answer) => [status(answer), answer.data])).toEqual([
      ["hit", { hello: "Hello A" }],
      ["hit", { hello: "Hello A" }],
    ]);
  });

  it("is told apart by the class of the viewer, and then kept by nobody for others", async () => {
    await start({ viewerClass: (headers) => headers["user-agent"] ?? "" });
    for (const agent of ["one", "two", "one", "two"]) {
      const answer = await get({ query: "{ agent }" }, { "user-agent": agent });
      expect(answer.data).toEqual({ agent });
      expect(answer.headers.get("cache-control")).toBe("private, max-age=0, must-revalidate");
      await settled();
    }
    expect(executions()).toBe(2);
  });

  it("is executed each time when the revision cannot be read", async () => {
    await start({ readRevision: () => Promise.reject(new Error("no database")) });
    expect((await askTwice("{ hello }")).map(status)).toEqual(["fwd=bypass", "fwd=bypass"]);
    expect(executions()).toBe(2);
  });
});

describe("what is not kept", () => {
  it.each([
    "{ fault }",
    "{ callerFault }",
    "{ hello fault }",
    "{ checked }",
    "{ helo }",
    "{ hello(name: 1) }",
    '{ hello(name: "\\u0000") }',
    "query ($n: String!) { required(name: $n) }",
    "query a { hello } query b { hello }",
    "subscription { hello }",
    "mutation { touch }",
  ])("%s", async (query) => {
    for (const answer of await askTwice(query)) {
      expect(status(answer)).not.toBe("hit");
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("etag")).toBeNull();
    }
  });

  it("errors by GET", async () => {
    const unknown = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashOf("{ text }") } });
    const wrong: Record<string, string>[] = [
      { query: "{ fault }" },
      { query: "{" },
      { extensions: unknown },
      {},
    ];
    for (const parameters of wrong) {
      const answer = await get(parameters);
      expect([answer.headers.get("cache-control"), answer.headers.get("etag")]).toEqual(["no-store", null]);
    }
  });

  it("what a mere link asks for, though the answer is there", async () => {
    await askTwice("{ hello }");
    const url = `${service.url}/graphql?query=${encodeURIComponent("{ hello }")}`;
    const answer = await send(url, { headers: { "sec-fetch-site": "cross-site" } });
    expect([answer.status, status(answer)]).toEqual([403, undefined]);
  });

  it("what is nested too deeply, in variables and in documents", async () => {
    const list = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const body = `{"query": "query ($w: Where) { items(where: $w) { id } }", "variables": {"w": ${list}}}`;
    expect((await post(service.url, body)).errors[0].extensions.code).toBe("BAD_USER_INPUT");
    const nested = await ask(`{ hello(name: ${"[".repeat(3_000)}${"]".repeat(3_000)}) }`);
    expect(nested.errors[0].extensions.code).toBe("BAD_USER_INPUT");
  });

  it("anything when there is no cache", async () => {
    const without = await startTinyService();
    const answer = await post(without.url, { query: "{ hello }" });
    expect([status(answer), answer.headers.get("cache-control")]).toEqual([undefined, "no-store"]);
    await without.stop(1_000);
  });
});

describe("an answer by GET", () => {
  it("may be kept by others, who must ask whether it still holds", async () => {
    for (const how of ["fwd=miss", "hit"]) {
      const { headers } = await get({ query: "{ hello }" });
      expect([headers.get("cache-control"), headers.get("vary"), headers.get("cache-status")]).toEqual([
        "public, max-age=0, must-revalidate",
        "accept, accept-encoding",
        `scoregraph; ${how}`,
      ]);
      expect(headers.get("etag")).toMatch(/^W\/"[\w-]{22}"$/);
      await settled();
    }
  });

  it("is not sent again to who has it, not even after it was forgotten", async () => {
    const query = "{ hello }";
    const etag = (await get({ query })).headers.get("etag") ?? "";
    for (const tags of [etag, etag.slice(2), `"other", ${etag}`]) {
      const answer = await get({ query }, { "if-none-match": tags });
      expect([answer.status, answer.text, answer.headers.get("etag"), status(answer)]).toEqual([
        304,
        "",
        etag,
        "hit",
      ]);
      expect(answer.headers.get("cache-control")).toContain("must-revalidate");
    }
    const executed = executions();
    await service.stop(1_000);
    const before = revision;
    await start();
    revision = before;
    expect((await get({ query }, { "if-none-match": etag })).status).toBe(304);
    expect([executed, executions()]).toEqual([1, 0]);
  });

  it.each(["", '"other"', "*", "W/"])("is sent to who has not, as %j says", async (tags) => {
    await get({ query: "{ hello }" });
    expect((await get({ query: "{ hello }" }, { "if-none-match": tags })).status).toBe(200);
  });

  it("has another tag when the data, the query, the version of the service or its settings are others", async () => {
    const tag = async (query: string) => (await get({ query })).headers.get("etag");
    const tags = [await tag("{ hello }"), await tag("{ hello  }")];
    revision = "2";
    tags.push(await tag("{ hello }"));
    await start({ version: "1.0.1" });
    tags.push(await tag("{ hello }"));
    await start({ version: "1.0.1", settings: () => "https://other.example" });
    tags.push(await tag("{ hello }"));
    expect(new Set(tags).size).toBe(5);
    const stale = await get({ query: "{ hello }" }, { "if-none-match": String(tags[0]) });
    expect(stale.status).toBe(200);
  });
});

describe("equal requests at the same time", () => {
  it("share one execution", async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask("{ slow(ms: 60) }")));
    expect(answers.map(status).sort()).toEqual([...Array(5).fill("fwd=miss; collapsed"), "fwd=miss"].sort());
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(executions()).toBe(1);
  });

  it("do not share it when the data changed in between", async () => {
    const first = ask("{ slow(ms: 60) }");
    await executing(1);
    revision = "2";
    const second = await ask("{ slow(ms: 60) }");
    expect([status(await first), status(second), executions()]).toEqual(["fwd=miss", "fwd=miss", 2]);
  });

  it("share errors, which are not kept", async () => {
    const query = "{ slow(ms: 40) fault }";
    const answers = await Promise.all([ask(query), ask(query)]);
    expect(answers.map(({ errors }) => errors.length)).toEqual([1, 1]);
    expect([executions(), status(await ask(query))]).toEqual([1, "fwd=miss"]);
  });

  const readsOf = async (count: number) => {
    while (reads < count) await wait(5);
  };

  const leaving = (query: string) => {
    const caller = new AbortController();
    const gone = fetch(`${service.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
      signal: caller.signal,
    }).catch(() => "gone");
    return { leave: () => caller.abort(), gone };
  };

  it("go on for those who stay when one leaves, be it the first", async () => {
    const first = leaving("{ slow(ms: 300) }");
    await executing(1);
    const second = ask("{ slow(ms: 300) }");
    await readsOf(2);
    first.leave();
    expect(await first.gone).toBe("gone");
    expect((await second).data).toEqual({ slow: "done" });
    expect(executions()).toBe(1);
  });

  it("are given up when all have left, and begun anew for who comes later", async () => {
    const callers = [leaving("{ slow(ms: 150) }"), leaving("{ slow(ms: 150) }")];
    await readsOf(2);
    await executing(1);
    for (const caller of callers) caller.leave();
    while (!service.contexts[0].signal.aborted) await wait(5);
    expect(executions()).toBe(1);
    const later = await ask("{ slow(ms: 150) }");
    expect([later.data, status(later), executions()]).toEqual([{ slow: "done" }, "fwd=miss", 2]);
    await settled();
    expect((await ask("{ slow(ms: 150) }")).data).toEqual({ slow: "done" });
  });
});

describe("memory", () => {
  const long = (i: number) => `query ($n: String) { hello(name: $n) } # ${i}`;
  const text = "x".repeat(900);

  it("is bounded: what was asked for longest ago is forgotten first", async () => {
    await start({ mostBytes: 40_000 });
    for (let i = 0; i < 60; i += 1) {
      await ask(long(i), { n: text });
      await ask(long(0), { n: text });
    }
    await settled();
    const before = executions();
    expect(status(await ask(long(0), { n: text }))).toBe("hit");
    expect(status(await ask(long(59), { n: text }))).toBe("hit");
    expect(status(await ask(long(1), { n: text }))).toBe("fwd=miss");
    expect(executions()).toBe(before + 1);
  });

  it("takes no answer that would drive out most others", async () => {
    await start({ mostBytes: 10_000 });
    expect((await askTwice(long(0))).map(status)).toEqual(["fwd=miss", "hit"]);
    expect((await askTwice(long(0), { n: text })).map(status)).toEqual(["fwd=miss", "fwd=miss"]);
  });

  it("of documents is bounded too, whatever flood of queries comes", async () => {
    const { documents } = service.graphql;
    const fields = Array.from({ length: 3_000 }, (_, i) => `f${i}: hello`).join(" ");
    for (let i = 0; i < 20; i += 1) expect((await ask(`{ ${fields} } # ${i}`)).status).toBe(200);
    expect(documents.count).toBeGreaterThan(0);
    expect(documents.count).toBeLessThan(10);
  });
});

it("reads the revision before each answer, and once more before it keeps one", async () => {
  await askTwice("{ hello }");
  await ask("{ hello }");
  expect(reads).toBe(4);
});
