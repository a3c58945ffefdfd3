import { toGlobalId } from "../../src/common/global-id";
import { Basis } from "../../src/domain/claim/basis";
import { loadRecords } from "../../src/importers/load";
import { leaderboard, records, score, submission } from "../support/factories";
import { forgetImports, insertImport } from "../support/import-rows";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
let [older, newer, undone]: number[] = [];

beforeAll(async () => {
  service = await startTestService("empty");
  const second = { document: "second-source", line: 1 };
  await loadRecords(
    service.dataSource,
    records({
      ...leaderboard("board"),
      sources: [
        { slug: "test-source", title: "Test source" },
        { slug: "second-source", title: "Second source" },
      ],
      backbones: [{ slug: "net", name: "Net" }],
      submissions: [
        submission("one", { backbones: [{ thing: "net", basis: Basis.STATED }] }),
        submission("two", { source: second }),
        submission("three"),
        submission("four", { source: second }),
      ],
      scores: [
        score("one", "board", { a: "1" }),
        { ...score("three", "board", { a: "3" }), document: "second-source" },
      ],
    }),
  );
  await forgetImports(service.dataSource);
  const problem = (line: number, level?: string) => ({
    file: "a.json",
    line,
    column: 7,
    message: `Line ${line} has no number.`,
    level,
  });
  older = await insertImport(service.dataSource, {
    format: "bundle",
    startedAt: "2020-01-01T10:00:00Z",
    finishedAt: "2020-01-01T10:00:03.5Z",
    revision: 4,
    files: [
      { name: "z.json", bytes: 3_000_000_000, sha256: "ab" },
      { name: "a.json", bytes: 2, sha256: "cd" },
    ],
    changes: {
      score: { created: 2, changed: 0, removed: 1, unchanged: 5 },
      loss_function_claim: { created: 1, changed: 3, removed: 0, unchanged: 0 },
      paper: { created: 0, changed: 0, removed: 0, unchanged: 0 },
    },
    problemCount: 1234,
    problems: [1, 2, 3].map((line) => problem(line, line === 3 ? undefined : "warning")),
  });
  newer = await insertImport(service.dataSource, {
    format: "Sota-Extractor",
    startedAt: "2020-02-01T00:00:00Z",
    finishedAt: null,
  });
  undone = await insertImport(service.dataSource, {
    format: "bundle",
    startedAt: "2019-01-01T00:00:00Z",
    undoneAt: "2019-01-02T00:00:00Z",
  });
  const set = (statement: string, ...values: unknown[]) => service.dataSource.query(statement, values);
  await set("UPDATE source SET import_id = $1", older);
  await set("UPDATE source SET import_id = $1 WHERE slug = 'second-source'", newer);
  await set("UPDATE submission SET import_id = $1 WHERE slug IN ('one', 'two')", older);
  await set("UPDATE score SET import_id = $1", newer);
  await set("UPDATE score SET source_column = 12");
  await set("INSERT INTO source_text SELECT id, 'Whole text' FROM source WHERE slug = 'test-source'");
});
afterAll(async () => {
  const { logged } = service;
  await service.close();
  expect(logged).toEqual([]);
});

const numbers = async (args: string): Promise<number[]> => {
  const { imports } = await service.data(`{ imports${args} { totalCount nodes { number } } }`);
  expect(imports.totalCount).toBe(imports.nodes.length);
  return imports.nodes.map((node: { number: number }) => node.number);
};

const slugs = async (where: string): Promise<string[]> => {
  const { submissions } = await service.data(`{ submissions(where: { ${where} }) { nodes { slug } } }`);
  return submissions.nodes.map((node: { slug: string }) => node.slug);
};

describe("imports", () => {
  it("come the newest first, or as asked for", async () => {
    expect(await numbers("")).toEqual([newer, older, undone]);
    expect(await numbers("(orderBy: { field: STARTED_AT })")).toEqual([undone, older, newer]);
    expect(await numbers("(orderBy: { field: FORMAT })")).toEqual([newer, undone, older]);
  });

  it("can be told apart by format and by whether they were undone", async () => {
    expect(await numbers("(where: { undone: { is: true } })")).toEqual([undone]);
    expect(await numbers('(where: { undone: { is: false }, format: { is: ["bundle"] } })')).toEqual([older]);
    expect(await numbers('(where: { format: { startsWith: "sota" } })')).toEqual([newer]);
    expect(await numbers('(where: { not: { format: { is: ["BUNDLE"] } } })')).toEqual([newer]);
  });

  it("say what was read, when, and what it did, by kind and together", async () => {
    const { import: found } = await service.data(`{ import(id: "${older}") {
      id number format startedAt finishedAt undoneAt isUndone revision
      files { name bytes sha256 } changes { kind created changed removed unchanged }
      totals { created changed removed unchanged } sources { slug }
    } }`);
    expect(found).toEqual({
      ...{ id: toGlobalId("Import", older), number: older, format: "bundle", revision: 4 },
      ...{ startedAt: "2020-01-01T10:00:00Z", finishedAt: "2020-01-01T10:00:03Z" },
      ...{ undoneAt: null, isUndone: false },
      files: [
        { name: "z.json", bytes: 3_000_000_000, sha256: "ab" },
        { name: "a.json", bytes: 2, sha256: "cd" },
      ],
      changes: [
        { kind: "LossFunctionClaim", created: 1, changed: 3, removed: 0, unchanged: 0 },
        { kind: "Score", created: 2, changed: 0, removed: 1, unchanged: 5 },
      ],
      totals: { created: 3, changed: 3, removed: 1, unchanged: 5 },
      sources: [{ slug: "test-source" }],
    });
    const unfinished = `{ import(id: "${newer}") { finishedAt revision files { name } changes { kind } totals { created } } }`;
    expect((await service.data(unfinished)).import).toEqual({
      ...{ finishedAt: null, revision: null, files: [], changes: [], totals: { created: 0 } },
    });
    const back = `{ import(id: "${undone}") { undoneAt isUndone } }`;
    expect((await service.data(back)).import).toEqual({ undoneAt: "2019-01-02T00:00:00Z", isUndone: true });
  });

  it("list their first problems with their places, and count all", async () => {
    const query = (first: string) =>
      `{ import(id: "${older}") { problemCount problems${first} { file line column message level } } }`;
    const { import: found } = await service.data(query("(first: 2)"));
    expect(found).toEqual({
      problemCount: 1234,
      problems: [1, 2].map((line) => ({
        ...{ file: "a.json", line, column: 7, message: `Line ${line} has no number.`, level: "WARNING" },
      })),
    });
    const all = (await service.data(query(""))).import.problems;
    expect(all.map(({ level }: { level: string }) => level)).toEqual(["WARNING", "WARNING", "ERROR"]);
    expect((await service.data(query("(first: 0)"))).import.problems).toEqual([]);
    for (const first of [-1, 1001]) {
      const { errors } = await service.ask(query(`(first: ${first})`));
      expect(errors?.[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "first" });
    }
  });

  it.each([
    ["999", "NOT_FOUND", "there is no import"],
    ["9999999999", "NOT_FOUND", "there is no import"],
    [toGlobalId("Import", 999), "NOT_FOUND", "there is no import"],
    [toGlobalId("Score", 1), "BAD_USER_INPUT", "is the id of a Score"],
    ["bundle", "BAD_USER_INPUT", "is not the id of an import"],
  ])("are an error by the id %s", async (id, code, message) => {
    const { data, errors } = await service.ask(`query ($id: ID!) { import(id: $id) { format } }`, { id });
    expect(data).toEqual({ import: null });
    expect(errors?.[0].extensions).toMatchObject({ code, argument: "id" });
    expect(errors?.[0].message).toContain(message);
  });
});

describe("what an import wrote", () => {
  it("names the import that last wrote it, or none where that is not known", async () => {
    const { submission: one } = await service.data(`{ submission(ref: "one") {
      import { number } scores { import { number } } backbones { import { number } }
      source { document { import { number } } } benchmark { import { number } }
    } }`);
    expect(one).toEqual({
      import: { number: older },
      scores: [{ import: { number: newer } }],
      backbones: [{ import: null }],
      source: { document: { import: { number: older } } },
      benchmark: { import: null },
    });
  });

  it("does not cost the import's files and problems to be read", async () => {
    const { statements } = await service.ask('{ submission(ref: "one") { import { format problemCount } } }');
    expect(statements.filter((text) => text.includes("FROM import"))).toHaveLength(1);
    expect(statements.filter((text) => /t\.(files|problems)\b/.test(text))).toEqual([]);
  });

  it("can be filtered by the import of the submission or of one of its scores", async () => {
    expect(await slugs(`import: { is: ["${older}"] }`)).toEqual(["one", "two"]);
    expect(await slugs(`import: { is: ["${toGlobalId("Import", newer)}"] }`)).toEqual(["one", "three"]);
    expect(await slugs(`import: { is: ["${older}", "${newer}"] }`)).toEqual(["one", "three", "two"]);
    expect(await slugs("import: { known: false }")).toEqual(["four", "three"]);
    expect(await slugs(`not: { import: { is: ["${older}"] } }`)).toEqual(["four", "three"]);
    const { errors } = await service.ask(
      '{ submissions(where: { import: { is: ["999"] } }) { totalCount } }',
    );
    expect(errors?.[0].extensions).toMatchObject({ code: "NOT_FOUND", argument: "where.import.is" });
  });

  it("can be filtered by the document of the submission or of one of its scores", async () => {
    expect(await slugs('source: { is: ["Second-Source"] }')).toEqual(["four", "three", "two"]);
    const { meta } = await service.data("{ meta { sources { id slug } } }");
    const { id } = meta.sources.find(({ slug }: { slug: string }) => slug === "test-source");
    expect(await slugs(`source: { is: ["${id}"] }`)).toEqual(["one", "three"]);
    expect(await slugs("source: { is: [] }")).toEqual([]);
    expect(await slugs("source: {}")).toHaveLength(4);
    const refused = async (ref: string) =>
      (await service.ask(`{ submissions(where: { source: { is: ["${ref}"] } }) { totalCount } }`))
        .errors?.[0];
    expect((await refused("second-sorce"))?.extensions).toMatchObject({
      ...{ code: "NOT_FOUND", argument: "where.source.is", suggestions: ["second-source"] },
    });
    expect((await refused(toGlobalId("Score", 1)))?.message).toContain("is the id of a Score");
    expect((await refused(toGlobalId("Source", 999)))?.extensions).toMatchObject({ code: "NOT_FOUND" });
    expect((await refused(" "))?.message).toContain("is empty");
  });
});

describe("a document", () => {
  it("gives its full text, which is read only when asked for", async () => {
    const { data, statements } = await service.ask("{ meta { sources { slug text } } }");
    expect(data.meta.sources).toEqual([
      { slug: "second-source", text: null },
      { slug: "test-source", text: "Whole text" },
    ]);
    expect(statements.filter((text) => text.includes("source_text"))).toHaveLength(1);
    const without = await service.ask("{ meta { sources { slug } } }");
    expect(without.statements.filter((text) => text.includes("source_text"))).toEqual([]);
  });

  it("is referred to by line and column, where they are known", async () => {
    const { submission: one } = await service.data(
      '{ submission(ref: "one") { source { line column } scores { source { line column } } } }',
    );
    expect(one).toEqual({
      source: { line: 1, column: null },
      scores: [{ source: { line: 1, column: 12 } }],
    });
  });
});
