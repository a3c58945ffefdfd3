import { PoolDatabase, poolOf } from "../../src/db/database";
import { Basis } from "../../src/domain/claim/basis";
import { CleaningKind } from "../../src/domain/claim/test-set-cleaning.entity";
import { contentHash } from "../../src/exporters/bundle/content-hash";
import { loadRecords } from "../../src/importers/load";
import type { Records } from "../../src/importers/records";
import type { StagedRecord } from "../../src/importers/staged-record";
import { undoWrittenImport } from "../../src/importers/undo-import";
import { writeImport } from "../../src/importers/write-import";
import { leaderboard, records, score, submission } from "../support/factories";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeEach(async () => {
  service = await startTestService("empty");
  await loadRecords(
    service.dataSource,
    records({
      ...leaderboard("board"),
      sources: ["test-source", "doc-a", "doc-b"].map((slug) => ({ slug, title: slug })),
      lossFunctions: ["arcface", "softmax"].map((slug) => ({ slug, name: slug })),
      organisations: ["lab", "firm"].map((slug) => ({ slug, name: slug })),
      papers: ["one", "two"].map((slug) => ({ slug, title: slug })),
    }),
  );
});
afterEach(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

/** Writes what documents say in part. */
function tell(parts: Partial<Records>) {
  const staged = Object.entries(parts).flatMap(([section, list]) =>
    list.map((record, i) => ({
      section,
      record,
      partial: true,
      place: { file: "f", line: i + 1, column: 1 },
    })),
  ) as StagedRecord[];
  return writeImport(service.dataSource, { format: "test" }, () => staged);
}

const rows = (text: string) => service.dataSource.query(text);
const hash = () => contentHash(new PoolDatabase(poolOf(service.dataSource)));
const from = (document: string, parts: object = {}) =>
  submission("Sub", { source: { document, line: 1 }, ...parts });
const stated = (thing: string | undefined, more: object = {}) => ({ thing, basis: Basis.STATED, ...more });
const messages = ({ warnings }: { warnings: { message: string }[] }) =>
  warnings.map(({ message }) => message);

const claims = () =>
  rows(`SELECT d.slug AS document, l.slug AS thing, c.basis, c.term, c.source_line AS line FROM loss_function_claim c
    JOIN source d ON d.id = c.source_id LEFT JOIN loss_function l ON l.id = c.loss_function_id ORDER BY d.slug, c.position`);

describe("what another document says", () => {
  it("of a submission fills what is not known, changes nothing else, and is told", async () => {
    await tell({ submissions: [from("doc-a", { submittedOn: "2018-01-01", organisations: ["lab"] })] });
    const other = from("doc-b", {
      submittedOn: "2019-09-09",
      trainingScale: "LARGE",
      organisations: ["firm"],
      description: { line: 77, ensembleSize: 3 },
    });
    const told = await tell({ submissions: [other] });
    expect(messages(told)).toEqual([
      'doc-a says submittedOn "2018-01-01" of "sub"; "2019-09-09" was left out.',
      '"sub" has the organisations lab already; firm was left out.',
    ]);
    expect(told.warnings[0]).toMatchObject({ file: "f", line: 1, column: 1 });
    const [row] = await rows(
      `SELECT s.submitted_on::text, training_scale, ensemble_size, description_line, d.slug FROM submission s
       JOIN source d ON d.id = s.source_id`,
    );
    expect(row).toEqual({
      submitted_on: "2018-01-01",
      training_scale: "LARGE",
      ensemble_size: 3,
      description_line: null,
      slug: "doc-a",
    });
    expect(await tell({ submissions: [other] })).toMatchObject({ id: null });
  });

  it("of the cleaning of a test set does not replace it, and is told", async () => {
    const cleaning = (kind: CleaningKind) => ({
      testSetCleaning: { kind: kind as CleaningKind.OWN, line: 3 },
    });
    await tell({ submissions: [from("doc-a", cleaning(CleaningKind.OWN))] });
    const told = await tell({ submissions: [from("doc-b", cleaning(CleaningKind.NONE))] });
    expect(messages(told)).toEqual([
      'doc-a says OWN of the cleaning of "sub"\'s test set; NONE was left out.',
    ]);
    expect(await rows("SELECT kind, basis FROM test_set_cleaning")).toEqual([
      { kind: "OWN", basis: "STATED" },
    ]);
  });

  it("of an unnamed thing in the same words does not move the claim", async () => {
    const vague = { lossFunctions: [{ basis: Basis.VAGUE, term: "a loss", line: 5 }] };
    await tell({ submissions: [from("doc-a", vague)] });
    await tell({ submissions: [from("doc-b", { lossFunctions: [{ ...vague.lossFunctions[0], line: 9 }] })] });
    expect(await claims()).toEqual([
      { document: "doc-a", thing: null, basis: "VAGUE", term: "a loss", line: 5 },
    ]);
  });

  it("of a cell stays out where no document is named either, for the submission's stands for it", async () => {
    await tell({
      submissions: [from("doc-a")],
      scores: [{ ...score("sub", "board", { a: "1" }), document: "doc-b" }],
    });
    const told = await tell({ scores: [{ ...score("sub", "board", { a: "2" }), document: undefined }] });
    expect(messages(told)).toEqual(['doc-b says "1" of "sub" on board, a; "2" was left out.']);
    expect(told.id).toBeNull();
  });

  it("holds an import that it agrees with", async () => {
    await tell({ submissions: [from("doc-a")] });
    const first = await tell({ scores: [{ ...score("sub", "board", { a: "1" }), document: "doc-a" }] });
    const second = await tell({
      scores: [{ ...score("sub", "board", { a: "1", b: "2" }), document: "doc-b" }],
    });
    await expect(undoWrittenImport(service.dataSource, first.id as number)).rejects.toThrow(
      `import ${second.id} says 1 row of score again`,
    );
  });
});

describe("a newer version of a document", () => {
  it("replaces its claims as a whole, lines and all, and takes back as exactly", async () => {
    await tell({
      submissions: [from("doc-a", { lossFunctions: [stated("arcface", { line: 4 }), stated("softmax")] })],
    });
    const before = await hash();
    const newer = { submissions: [from("doc-a", { lossFunctions: [stated("softmax"), stated("arcface")] })] };
    const { id } = await tell(newer);
    expect((await claims()).map(({ thing, line }: { thing: string; line: number }) => [thing, line])).toEqual(
      [
        ["softmax", null],
        ["arcface", null],
      ],
    );
    expect(await tell(newer)).toMatchObject({ id: null });
    await undoWrittenImport(service.dataSource, id as number);
    expect(await hash()).toBe(before);
  });

  it("can mention what it stated before", async () => {
    await tell({ submissions: [from("doc-a", { lossFunctions: [stated("arcface")] })] });
    const newer = {
      submissions: [from("doc-a", { lossFunctions: [{ thing: "arcface", basis: Basis.MENTIONED }] })],
    };
    await tell(newer);
    expect(await claims()).toMatchObject([{ thing: "arcface", basis: "MENTIONED" }]);
    expect(await tell(newer)).toMatchObject({ id: null });
  });

  it("states itself what was inherited, without the terms of the other", async () => {
    const cleaning = { kind: CleaningKind.OWN as const, term: "by hand" };
    await loadRecords(
      service.dataSource,
      records({
        submissions: [
          submission("Base", { testSetCleaning: cleaning }),
          submission("Sub", { variantOf: [{ submission: "base", onlyDifference: true }] }),
        ],
      }),
    );
    await tell({ submissions: [from("test-source", { testSetCleaning: { kind: CleaningKind.NONE } })] });
    expect(
      await rows("SELECT kind, basis, term, inherited_from_id FROM test_set_cleaning ORDER BY submission_id"),
    ).toEqual([
      { kind: "OWN", basis: "STATED", term: "by hand", inherited_from_id: null },
      { kind: "NONE", basis: "STATED", term: null, inherited_from_id: null },
    ]);
  });

  it("need not repeat the name", async () => {
    await tell({ submissions: [from("doc-a")] });
    await tell({ submissions: [from("doc-a", { name: undefined, submittedOn: "2018-01-01" })] });
    expect(await rows("SELECT name, label FROM submission")).toEqual([{ name: "Sub", label: "Sub" }]);
  });

  it("keeps what it has no more, and tells of it", async () => {
    const scores = (values: Record<string, string>) => [
      { ...score("sub", "board", values), document: "doc-a" },
    ];
    const other = submission("Other", { source: { document: "doc-a" } });
    await tell({ submissions: [from("doc-a"), other], scores: scores({ a: "1", b: "2" }) });
    const newer = { submissions: [from("doc-a", { submittedOn: "2018-01-01" })], scores: scores({ a: "1" }) };
    const told = ['scores, such as of "sub" on board, b', 'submissions, such as "other"'].map(
      (what) => `doc-a no longer has 1 of its ${what}; what was read of them before stays.`,
    );
    expect(messages(await tell(newer))).toEqual(told);
    expect(messages(await tell(newer))).toEqual(told);
    expect(await rows("SELECT reported FROM score ORDER BY 1")).toEqual([
      { reported: "1" },
      { reported: "2" },
    ]);
    expect(messages(await tell({ submissions: [from("doc-b")] }))).toEqual([]);
  });

  it("keeps the way in which a name is written already", async () => {
    await tell({ submissions: [from("doc-a", { aliases: ["Sub X"] })] });
    expect(await tell({ submissions: [from("doc-b", { aliases: ["SUB X", "sub x"] })] })).toMatchObject({
      id: null,
    });
  });
});

describe("documents that one import brings together", () => {
  it("each keep what they say, and replace it later", async () => {
    const both = (b: string[]) => ({
      submissions: [
        from("doc-a", { lossFunctions: [stated("arcface", { line: 4 })] }),
        from("doc-b", {
          lossFunctions: [stated("arcface", { line: 9 }), ...b.map((thing) => stated(thing))],
        }),
      ],
    });
    await tell(both(["softmax"]));
    expect(await claims()).toMatchObject([
      { document: "doc-a", thing: "arcface", line: 4 },
      { document: "doc-b", thing: "softmax" },
    ]);
    expect(await tell(both(["softmax"]))).toMatchObject({ id: null });
    await tell(both([]));
    expect(await claims()).toMatchObject([{ document: "doc-a", thing: "arcface", line: 4 }]);
  });

  it("are told of what they say otherwise, in the words of the file", async () => {
    const told = await tell({
      submissions: [
        from("doc-a", { submittedOn: "2018-01-01", description: { summary: "One." } }),
        from("doc-a", { submittedOn: "2019-01-01", name: "SUB", description: { summary: "Two." } }),
        from("doc-b", { name: undefined, trainingScale: "LARGE", aliases: ["S"] }),
      ],
    });
    expect(messages(told).sort()).toEqual([
      '"sub" has another description already; this one was left out.',
      '"sub" has name "Sub" already; "SUB" was left out.',
      '"sub" has submittedOn "2018-01-01" already; "2019-01-01" was left out.',
    ]);
    expect(await rows("SELECT label, training_scale FROM submission")).toEqual([
      { label: "Sub", training_scale: "LARGE" },
    ]);
  });

  it("say the same thing once, whatever they say of it besides", async () => {
    const claim = (images: number) => ({ thing: "ms", basis: Basis.STATED, images });
    const { total } = await tell({
      trainingDatasets: [{ slug: "ms", name: "MS" }],
      submissions: [
        from("doc-a", { trainingDatasets: [claim(1)] }),
        from("doc-a", { trainingDatasets: [claim(2)] }),
      ],
      leaderboards: [
        { ...leaderboard("board").leaderboards[0], splits: [{ slug: "c", name: "C" }] },
        { ...leaderboard("board").leaderboards[0], splits: [{ slug: "c", name: "The C" }] },
      ],
    });
    expect(total).toMatchObject({ created: 4 });
  });
});

it("tells some of very many warnings and counts them all", async () => {
  await tell({
    submissions: [from("doc-a")],
    scores: Array.from({ length: 3_001 }, (_, i) => ({
      ...score("sub", "board", { a: `${i}` }),
      document: "doc-a",
    })),
  }).then(({ warnings, warningCount, id }) => {
    expect([warnings.length, warningCount]).toEqual([1_000, 3_000]);
    return expect(rows(`SELECT problem_count FROM import WHERE id = ${id}`)).resolves.toEqual([
      { problem_count: 3_000 },
    ]);
  });
});

it("puts new leaderboards behind those of the same benchmark", async () => {
  const boards = ["second", "third"].map((slug) => leaderboard(slug));
  await tell({
    metrics: boards.flatMap(({ metrics }) => metrics),
    leaderboards: boards.flatMap(({ leaderboards }) => leaderboards),
  });
  expect(await rows("SELECT slug, position FROM leaderboard ORDER BY position")).toEqual([
    { slug: "board", position: 0 },
    { slug: "second", position: 1 },
    { slug: "third", position: 2 },
  ]);
});
