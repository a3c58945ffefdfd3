import { post } from "../support/http-client";
import { SECRET, startTinyService, type TinyService } from "../support/tiny-service";

let service: TinyService;
let strict: TinyService;

beforeAll(async () => {
  service = await startTinyService();
  strict = await startTinyService({ production: true });
});
afterAll(() => Promise.all([service.stop(1_000), strict.stop(1_000)]));

const ask = (query: string, variables?: unknown, more = {}) =>
  post(service.url, { query, variables, ...more }, { accept: "application/graphql-response+json" });

describe("internal errors", () => {
  it.each([
    "{ fault }",
    "{ libraryFault }",
    "{ badOutput }",
    "{ items { fails } }",
    "{ items { item { id } } }",
  ])("are shown as an id that stands in the log: %s", async (query) => {
    service.lines.length = 0;
    const { errors } = await ask(query);
    expect(errors).toHaveLength(1);
    const { id, ...rest } = errors[0].extensions;
    expect(rest).toEqual({ code: "INTERNAL_SERVER_ERROR" });
    expect(errors[0].message).toBe(`Internal error. Quote this id when reporting it: ${id}`);
    expect(errors[0].path.length).toBeGreaterThan(0);
    expect(service.lines).toHaveLength(1);
    expect(service.lines[0]).toContain(id);
    expect(service.lines[0]).toContain("    at ");
  });

  it("keep the parts of the answer that succeeded", async () => {
    expect(await ask("{ hello fault }")).toMatchObject({
      status: 200,
      data: { hello: "Hello you", fault: null },
    });
  });

  it("in making the context are masked too", async () => {
    const answer = await post(service.url, { query: "{ hello }" }, { "user-agent": "nobody" });
    expect(answer).toMatchObject({
      status: 500,
      errors: [{ extensions: { code: "INTERNAL_SERVER_ERROR" } }],
    });
    expect(answer.text).not.toContain(SECRET);
  });
});

describe("errors of the caller", () => {
  it("pass as they are when a resolver raises them", async () => {
    expect((await post(strict.url, { query: "{ callerFault }" })).errors[0]).toMatchObject({
      message: "ref: nothing is called x. Did you mean y?",
      path: ["callerFault"],
      extensions: { code: "NOT_FOUND", argument: "ref", suggestions: ["y"] },
    });
  });

  it("found by class-validator are put into words, without the values", async () => {
    const answer = await ask("{ checked }");
    expect(answer.errors[0]).toMatchObject({
      message: "page.first: must not exceed 200.",
      extensions: { code: "BAD_USER_INPUT", argument: "page.first" },
    });
    expect(answer.text).not.toContain("hunter2");
  });

  it.each([
    ["{ hello", "GRAPHQL_PARSE_FAILED", 400],
    ["{ helo }", "GRAPHQL_VALIDATION_FAILED", 400],
    ["{ items(wher: {}) { id } }", "GRAPHQL_VALIDATION_FAILED", 400],
    ["{ items(where: { scor: {} }) { id } }", "GRAPHQL_VALIDATION_FAILED", 400],
    ["{ required }", "GRAPHQL_VALIDATION_FAILED", 400],
    ["query ($n: Int) { hello }", "GRAPHQL_VALIDATION_FAILED", 400],
    ["query a { hello } query b { hello }", "OPERATION_RESOLUTION_FAILURE", 400],
    ["subscription { hello }", "BAD_USER_INPUT", 400],
    ["query ($n: String!) { required(name: $n) }", "BAD_USER_INPUT", 400],
  ])("%s is %s", async (query, code, status) => {
    service.lines.length = 0;
    expect(await ask(query)).toMatchObject({ status, errors: [{ extensions: { code } }] });
    expect(service.lines).toEqual([]);
  });

  it("in persisted queries are not taken for internal ones", async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: "0" } };
    expect((await ask("{ hello }", {}, { extensions })).errors[0].extensions.code).toBe("BAD_USER_INPUT");
    const unknown = await post(service.url, { extensions });
    expect(unknown.errors[0].extensions.code).toBe("PERSISTED_QUERY_NOT_FOUND");
    const version = { persistedQuery: { version: 2, sha256Hash: "0" } };
    expect((await post(service.url, { extensions: version })).errors[0].extensions.code).toBe(
      "BAD_USER_INPUT",
    );
  });

  it("offer names of the schema, but not in production", async () => {
    const query = "{ helo }";
    expect((await ask(query)).errors[0].message).toContain('Did you mean "hello"?');
    expect((await post(strict.url, { query })).errors[0].message).toBe(
      'Cannot query field "helo" on type "Query".',
    );
    const wrongEnum = { query: "query ($o: Order) { items(order: $o) { id } }", variables: { o: "RISIN" } };
    expect((await post(strict.url, wrongEnum)).errors[0].message).not.toContain("RISING");
  });

  it("are five at most, and never long", async () => {
    const fields = Array.from({ length: 50 }, (_, index) => `f${index}`).join(" ");
    expect((await ask(`{ ${fields} }`)).errors).toHaveLength(6);
    const answer = await ask(`{ items(first: "${"x".repeat(100_000)}") { id } }`);
    expect(answer.errors[0].message.length).toBeLessThan(1_100);
  });
});

describe("wrong values name their argument", () => {
  it.each([
    ['{ items(first: "x") { id } }', "first", "first: Int cannot represent non-integer value"],
    ["{ items(first: 3000000000) { id } }", "first", "first: Int cannot represent non 32-bit"],
    ["{ items(order: UP) { id } }", "order", 'order: Value "UP" does not exist'],
    [
      "{ items(where: { score: { gt: true } }) { id } }",
      "where.score.gt",
      "where.score.gt: Float cannot represent",
    ],
    [
      "{ items(where: { and: [{}, { name: 1 }] }) { id } }",
      "where.and[1].name",
      "where.and[1].name: String cannot",
    ],
    ["{ items(where: 1) { id } }", "where", 'where: Expected value of type "Where"'],
    ['{ on(day: "1") }', "day", 'day: "1" is no day.'],
    ['{ on(day: "2016-12-31") items(where: { on: "1" }) { id } }', "where.on", 'where.on: "1" is no day.'],
    ["{ on(even: 3) }", "even", "even: is odd."],
    ["{ items(where: { even: 3 }) { id } }", "where.even", "where.even: even: is odd."],
    ["query ($n: Int = true) { items(first: $n) { id } }", "$n", "$n: Int cannot represent"],
    [
      "query ($n: [Where!] = [{ name: 1 }]) { items(where: { and: $n }) { id } }",
      "$n[0].name",
      "$n[0].name: String",
    ],
  ])("in literals: %s", async (query, argument, message) => {
    const { status, errors } = await ask(query);
    expect([status, errors]).toMatchObject([400, [{ extensions: { code: "BAD_USER_INPUT", argument } }]]);
    expect(errors[0].message.slice(0, message.length)).toBe(message);
  });

  it("equal ones each get their own", async () => {
    const { errors } = await ask('{ on(day: "1") items(where: { on: "1" }) { id } }');
    expect(errors.map((error) => error.extensions.argument)).toEqual(["day", "where.on"]);
  });

  it.each([
    ["$w: Int", "items(first: $w) { id }", "x", "$w"],
    ["$w: Where", "items(where: $w) { id }", { score: { gt: "x" } }, "$w.score.gt"],
    ["$w: Where", "items(where: $w) { id }", { and: [{ scor: 1 }] }, "$w.and[0]"],
    ["$w: Day", "on(day: $w)", "x", "$w"],
    ["$w: Even", "on(even: $w)", 3, "$w"],
    ["$w: Int", "items(first: $w) { id }", 1e300, "$w"],
    ["$w: String!", "required(name: $w)", null, "$w"],
  ])("in variables: %s of %s = %j", async (definition, field, value, argument) => {
    const answer = await ask(`query (${definition}) { ${field} }`, { w: value });
    expect(answer).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: "BAD_USER_INPUT", argument } }],
    });
  });

  it("when a variable turns out to be null only while a field is computed", async () => {
    const { errors } = await ask('query ($n: String = "a") { required(name: $n) }', { n: null });
    expect(errors[0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT", argument: "name" } });
  });

  it("also when a list of variables is too wrong to be read to its end", async () => {
    const variables = { w: Array.from({ length: 200 }, () => ({ name: 1 })) };
    const { errors } = await ask("query ($w: [Where!]) { items(where: { and: $w }) { id } }", variables);
    expect(new Set(errors.map((error) => error.extensions.code))).toEqual(new Set(["BAD_USER_INPUT"]));
  });
});

describe("values that no resolver could use", () => {
  it.each([
    ["a NUL character", '{ hello(name: "a\\u0000b") }', "name", "NUL character at position 1"],
    ["a long text", `{ hello(name: "${"x".repeat(1_001)}") }`, "name", "1001 characters long; at most 1000"],
    [
      "an infinite number",
      "{ items(where: { score: { gt: 1e400 } }) { id } }",
      "where.score.gt",
      "too large",
    ],
    [
      "an infinite whole number",
      `{ items(where: { score: { gt: ${"9".repeat(400)} } }) { id } }`,
      "where.score.gt",
      "too large",
    ],
    ["a default", 'query ($n: String = "\\u0000") { hello(name: $n) }', "$n", "NUL"],
    ["a fragment", 'query { ...f } fragment f on Query { hello(name: "\\u0000") }', "name", "NUL"],
  ])("%s in a literal", async (_what, query, argument, message) => {
    const answer = await ask(query);
    expect(answer).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: "BAD_USER_INPUT", argument } }],
    });
    expect(answer.errors[0].message).toContain(message);
  });

  it.each([
    ["a NUL character", { name: "\0" }, "$w.name", "NUL character"],
    ["half a surrogate pair", { and: [{ name: "a\ud800" }] }, "$w.and[0].name", "surrogate"],
    ["a long text", { name: "x".repeat(100_000) }, "$w.name", "100000 characters long"],
  ])("%s in a variable", async (_what, value, argument, message) => {
    const answer = await ask("query ($w: Where) { items(where: $w) { id } }", { w: value });
    expect(answer).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: "BAD_USER_INPUT", argument } }],
    });
    expect(answer.errors[0].message).toContain(message);
  });

  it("an infinite number in a variable", async () => {
    const body =
      '{"query": "query ($w: Where) { items(where: $w) { id } }", "variables": {"w": {"score": {"gt": 1e400}}}}';
    expect((await post(service.url, body)).errors[0].extensions).toEqual({
      code: "BAD_USER_INPUT",
      argument: "$w.score.gt",
    });
  });

  it("half a surrogate pair in a literal", async () => {
    expect((await ask('{ hello(name: "\\ud800") }')).errors[0].extensions.code).toBe("GRAPHQL_PARSE_FAILED");
    expect((await ask('{ hello(name: "\ud800") }')).errors[0].extensions.code).toBe("GRAPHQL_PARSE_FAILED");
  });

  it("bottomless nesting", async () => {
    const deep = (count: number) => `${"[".repeat(count)}${"]".repeat(count)}`;
    const body = `{"query": "query ($w: Where) { items(where: $w) { id } }", "variables": {"w": ${deep(100_000)}}}`;
    expect((await post(service.url, body)).errors[0].extensions.code).toBe("BAD_USER_INPUT");
    for (const query of [
      `{ hello(name: ${deep(3_000)}) }`,
      `{ items { ${"item { ".repeat(4_900)} id ${"}".repeat(4_900)} } }`,
      `{ items { ${"... { ".repeat(3_700)} id ${"}".repeat(3_700)} } }`,
      `query ($w: ${"[".repeat(7_000)}Int${"]".repeat(7_000)}) { hello(name: $w) }`,
    ]) {
      const started = performance.now();
      expect(await ask(query)).toMatchObject({
        status: 400,
        errors: [{ extensions: { argument: "query" } }],
      });
      expect(performance.now() - started).toBeLessThan(200);
    }
    const brackets = `"${"{".repeat(300)}"`;
    expect((await ask(`{ hello(name: ${brackets}) } # ${brackets}`)).status).toBe(200);
    expect((await ask(`{ hello(name: ""${brackets}"") }`)).status).toBe(200);
  });

  it("more tokens than any honest query has", async () => {
    const { status, errors } = await ask(`{ ${"hello ".repeat(20_000)} }`);
    expect([status, errors[0].extensions.code]).toEqual([400, "QUERY_TOO_LARGE"]);
  });

  it("are found in the same way without HTTP", async () => {
    const answer = await service.graphql.executeOperation({ query: '{ hello(name: "\\u0000") }' });
    expect(answer.errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", argument: "name" });
    expect((await service.graphql.executeOperation({ query: "{ hello }" })).data).toEqual({
      hello: "Hello you",
    });
  });
});
