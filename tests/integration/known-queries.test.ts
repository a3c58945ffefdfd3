import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { hashOf } from "../../src/server/answers/answer-key";
import { readQueryList } from "../../src/server/query-list";
import { post, send } from "../support/http-client";
import { startTinyService, type TinyService, tinySchema } from "../support/tiny-service";

const HELLO = "query hello($n: String) { hello(name: $n) }";
const ON = "{ on(day: null) }";

let folder: string;
let service: TinyService;
let open: TinyService;
const listOf = async (content: unknown) => {
  const file = path.join(folder, "queries.json");
  await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
  return readQueryList(file, tinySchema());
};
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "scoregraph-"));
  const answers = { mostBytes: 1e6, version: "1", readRevision: async () => "1" };
  service = await startTinyService({
    queries: await listOf({ "id-of-hello": HELLO, [hashOf(ON)]: ON }),
    answers,
  });
  open = await startTinyService();
});
afterAll(async () => {
  await Promise.all([service.stop(1_000), open.stop(1_000)]);
  await rm(folder, { recursive: true });
});

const persisted = (hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });

describe("a service of listed queries", () => {
  it.each<[string, object]>([
    ["text", { query: HELLO }],
    ["hash", persisted(hashOf(HELLO))],
    ["hash and text", { query: HELLO, ...persisted(hashOf(HELLO)) }],
    ["id", persisted("id-of-hello")],
    ["documentId", { documentId: "id-of-hello" }],
    ["documentId with its hash", { documentId: `sha256:${hashOf(HELLO)}` }],
  ])("answers one by its %s", async (_what, body) => {
    const answer = await post(service.url, { ...body, variables: { n: "A" } });
    expect(answer).toMatchObject({ status: 200, data: { hello: "Hello A" }, errors: [] });
  });

  it("answers one by GET", async () => {
    const answer = await send(`${service.url}/graphql?documentId=id-of-hello&variables=%7B%7D`);
    expect(answer.data).toEqual({ hello: "Hello you" });
  });

  it.each<[string, object]>([
    ["another text", { query: "{ agent }" }],
    ["nearly the same text", { query: `${HELLO} ` }],
    ["introspection", { query: "{ __schema { description } }" }],
    ["what is no GraphQL", { query: "}" }],
    ["another hash", persisted(hashOf("{ agent }"))],
    ["another id", { documentId: "x" }],
    ["an id of all objects", { documentId: "constructor" }],
    [
      "a hash that is not the text's, of another text",
      { query: "{ agent }", ...persisted(hashOf("{ agent }")) },
    ],
    ["a mutation", { query: "mutation { touch }" }],
  ])("refuses %s", async (_what, body) => {
    const before = service.contexts.length;
    for (const [accept, status] of [
      ["application/json", 200],
      ["application/graphql-response+json", 403],
    ] as const) {
      const answer = await post(service.url, body, { accept });
      expect(answer).toMatchObject({ status, errors: [{ extensions: { code: "QUERY_NOT_LISTED" } }] });
      expect(answer.data).toBeUndefined();
    }
    expect(service.contexts).toHaveLength(before);
  });
});

describe("a list of queries", () => {
  it("may be a manifest of Apollo", async () => {
    const list = await listOf({
      format: "apollo-persisted-query-manifest",
      version: 1,
      operations: [{ id: "1", name: "hello", type: "query", body: HELLO }],
    });
    expect([list.size, list.textOf("1"), list.hasText(HELLO)]).toEqual([1, HELLO, true]);
  });

  it.each<[unknown, RegExp]>([
    ["{", /cannot be read/],
    ["[]", /must be a JSON object/],
    [{}, /no queries/],
    [{ a: "{ helo }" }, /query "a" that is not right: Cannot query field "helo"/],
    [{ a: "{" }, /query "a" that is not right: Syntax Error/],
    [{ a: "mutation { touch }" }, /no query/],
    [{ a: 1 }, /text is missing/],
  ])("stops the start when it is wrong: %j", async (content, message) => {
    await expect(listOf(content)).rejects.toThrow(message);
  });

  it("stops the start when it is not there", async () => {
    await expect(readQueryList(path.join(folder, "none.json"), tinySchema())).rejects.toThrow(/ENOENT/);
  });
});

describe("automatic persisted queries", () => {
  const query = '{ hello(name: "kept") }';
  const hash = hashOf(query);

  it("are known once they were sent whole, by POST and by GET", async () => {
    for (const [accept, status] of [
      ["application/json", 200],
      ["application/graphql-response+json", 404],
    ] as const) {
      const unknown = await post(open.url, persisted(hash), { accept });
      expect(unknown).toMatchObject({
        status,
        // Clients know it by either.
        errors: [{ message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }],
      });
      expect(unknown.headers.get("cache-control")).toBe("no-store");
    }
    expect((await post(open.url, { query, ...persisted(hash) })).data).toEqual({ hello: "Hello kept" });
    const extensions = encodeURIComponent(JSON.stringify(persisted(hash).extensions));
    expect((await send(`${open.url}/graphql?extensions=${extensions}`)).data).toEqual({
      hello: "Hello kept",
    });
    expect((await send(`${open.url}/graphql?documentId=sha256:${hash}`)).data).toEqual({
      hello: "Hello kept",
    });
  });

  it("are not known when they were wrong, or under a hash that is not theirs", async () => {
    const wrong = "{ nothing }";
    await post(open.url, { query: wrong, ...persisted(hashOf(wrong)) });
    expect((await post(open.url, persisted(hashOf(wrong)))).errors[0].message).toBe("PersistedQueryNotFound");
    const other = '{ hello(name: "other") }';
    const mixed = await post(open.url, { query: "{ agent }", ...persisted(hashOf(other)) });
    expect(mixed.errors[0].extensions).toEqual({
      code: "BAD_USER_INPUT",
      argument: "extensions.persistedQuery.sha256Hash",
    });
    expect((await post(open.url, persisted(hashOf(other)))).errors[0].message).toBe("PersistedQueryNotFound");
  });

  it.each([
    { version: 2, sha256Hash: hash },
    { sha256Hash: hash },
    { version: 1 },
    { version: 1, sha256Hash: 5 },
    true,
  ])("that are written wrongly are refused: %j", async (persistedQuery) => {
    const answer = await post(open.url, { extensions: { persistedQuery } });
    expect(answer.errors[0].extensions.code).toBe("BAD_USER_INPUT");
  });
});
