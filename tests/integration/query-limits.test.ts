import { createHash } from "node:crypto";
import { type Answer, post, send } from "../support/http-client";
import { startTinyService, type TinyService } from "../support/tiny-service";

const LIMIT = 40;
/** Of each item that is assumed, itself and an item of it. */
const LIST = "{ items { id item { id } } }";
const NESTED = `query ($with: Boolean = false) { items { item { item { item { id item @include(if: $with) { id } } } } } }`;

let service: TinyService;
const ask = (query: string, rest: object = {}): Promise<Answer> =>
  post(service.url, { query, ...rest }, { accept: "application/graphql-response+json" });
const costAsked = { extensions: { cost: true } };

describe.each([
  ["without kept answers", undefined],
  ["with kept answers", { mostBytes: 1_000_000, readRevision: async () => "1", version: "1" }],
])("a query's cost, %s", (_name, answers) => {
  beforeAll(async () => {
    service = await startTinyService({ limits: { cost: LIMIT }, answers });
  });
  afterAll(() => service.stop(0));

  it("is told on demand, whichever way the answer comes, and not otherwise", async () => {
    for (let i = 0; i < 3; i += 1) {
      const { data, text } = await ask(LIST, costAsked);
      expect(data.items).toHaveLength(1);
      expect(JSON.parse(text).extensions).toEqual({ cost: { requested: 10, limit: LIMIT } });
      expect(JSON.parse((await ask(LIST)).text).extensions).toBeUndefined();
      const other = { extensions: { cost: "true" } };
      expect(JSON.parse((await ask(LIST, other)).text).extensions).toBeUndefined();
    }
  });

  it("is told of a GET and of a persisted query, too", async () => {
    const persistedQuery = { version: 1, sha256Hash: createHash("sha256").update(LIST).digest("hex") };
    await ask(LIST, { extensions: { persistedQuery } });
    for (const parameters of [
      { query: LIST, extensions: { cost: true } },
      { extensions: { cost: true, persistedQuery } },
    ]) {
      const texts = Object.entries(parameters).map(([name, value]) => [
        name,
        typeof value === "string" ? value : JSON.stringify(value),
      ]);
      const url = `${service.url}/graphql?${new URLSearchParams(Object.fromEntries(texts))}`;
      const { text } = await send(url, { headers: { "apollo-require-preflight": "1" } });
      expect(JSON.parse(text).extensions).toEqual({ cost: { requested: 10, limit: LIMIT } });
    }
  });

  it("is limited, each time anew by the variables, on the way of known documents as well", async () => {
    const refused = { requested: 25, limit: LIMIT };
    for (let i = 0; i < 3; i += 1) {
      const cheap = JSON.parse((await ask(NESTED, costAsked)).text);
      expect(cheap.extensions.cost).toEqual({ requested: 20, limit: LIMIT });
      const dearer = JSON.parse((await ask(NESTED, { variables: { with: true }, ...costAsked })).text);
      expect(dearer.extensions.cost).toEqual(refused);
    }
  });

  it("is limited for a document that is known to cost less with other variables", async () => {
    const deeper = `item @include(if: $with) { ${"item { ".repeat(8)} id ${"} ".repeat(8)} }`;
    const query = `query ($with: Boolean!) { items { id ${deeper} } }`;
    for (let i = 0; i < 3; i += 1) {
      expect((await ask(query, { variables: { with: false } })).data.items).toHaveLength(1);
      const { data, errors } = await ask(query, { variables: { with: true } });
      expect([data, errors[0]?.extensions.cost]).toEqual([undefined, { requested: 50, limit: LIMIT }]);
    }
  });

  it("that is too high is refused with what it is, the limit, and what to ask less of", async () => {
    for (let i = 0; i < 2; i += 1) {
      const { status, errors, data, headers } = await ask(
        `{ hello cheap: items { id } dear: items { a: item { ${"item { ".repeat(8)} id ${"} ".repeat(8)} } } }`,
      );
      expect(status).toBe(400);
      expect(data).toBeUndefined();
      expect(headers.get("cache-control")).toBe("no-store");
      expect(errors).toHaveLength(1);
      expect(errors[0].extensions).toMatchObject({
        code: "QUERY_TOO_EXPENSIVE",
        cost: { requested: 56, limit: LIMIT },
        dearest: expect.stringMatching(/^dear\.a\.item/),
      });
      expect(errors[0].message).toMatch(
        /^This query costs 56 points; one query may cost 40\. Most of it is for dear\./,
      );
    }
    expect((await ask("{ hello }")).data).toEqual({ hello: "Hello you" });
  });
});

describe("what is too large", () => {
  beforeAll(async () => {
    service = await startTinyService({
      limits: { depth: 4, aliases: 3, directives: 2, rootFields: 3, tokens: 200 },
    });
  });
  afterAll(() => service.stop(0));
  afterEach(() => expect(service.lines).toEqual([]));

  it.each<[string, string, string, object]>([
    [
      "depth",
      "{ items { item { item { id } } } }",
      "{ items { item { item { item { id } } } } }",
      { found: 5 },
    ],
    [
      "depth",
      "{ items { ...a } } fragment a on Item { item { item { id } } }",
      "{ items { ...a } } fragment a on Item { item { ...b } } fragment b on Item { item { item { id } } }",
      { found: 5 },
    ],
    ["aliases", "{ items { a: id b: id c: id } }", "{ items { a: id b: id c: id d: id } }", { found: 4 }],
    [
      "directives",
      "{ hello @skip(if: false) @include(if: true) }",
      "{ hello @skip(if: false) @include(if: true) agent @skip(if: true) }",
      { found: 3 },
    ],
    [
      "rootFields",
      "{ hello agent hello }",
      "{ hello ... { agent ...more } } fragment more on Query { hello agent }",
      { found: 4 },
    ],
    ["tokens", `{ items { ${"id ".repeat(190)} } }`, `{ items { ${"id ".repeat(200)} } }`, {}],
  ])("%s: passes at the limit, and is refused above", async (name, fine, tooMuch, found) => {
    expect((await ask(fine)).errors).toEqual([]);
    for (let i = 0; i < 2; i += 1) {
      const { status, errors, data } = await ask(tooMuch);
      expect(data).toBeUndefined();
      expect(errors).toHaveLength(1);
      expect(errors[0].extensions).toMatchObject({ code: "QUERY_TOO_LARGE", limit: { name, ...found } });
      expect(status).toBe(400);
    }
  });
});
