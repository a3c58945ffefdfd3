import { Basis } from "../../src/domain/claim/basis";
import { loadRecords } from "../../src/importers/load";
import type { Records } from "../../src/importers/records";
import { revisionOf } from "../support/data-edits";
import { leaderboard, records, score, submission } from "../support/factories";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeEach(async () => {
  service = await startTestService("empty");
});
afterEach(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

const load = (parts: Partial<Records>) => loadRecords(service.dataSource, records(parts));

describe("scores", () => {
  const [left, right] = [leaderboard("left"), leaderboard("right")];

  /** All scores as `submission leaderboard split reported`. */
  async function scores(): Promise<string[]> {
    const rows: { text: string }[] = await service.dataSource.query(
      `SELECT concat_ws(' ', u.slug, l.slug, p.slug, s.reported) AS text FROM score s
       JOIN submission u ON u.id = s.submission_id JOIN split p ON p.id = s.split_id
       JOIN leaderboard l ON l.id = p.leaderboard_id ORDER BY 1`,
    );
    return rows.map(({ text }) => text);
  }

  beforeEach(() =>
    load({
      metrics: [...left.metrics, ...right.metrics],
      leaderboards: [...left.leaderboards, ...right.leaderboards],
      submissions: [submission("One"), submission("Two")],
      scores: [
        score("one", "left", { a: "1", b: "2" }),
        score("one", "right", { a: "3" }),
        score("two", "left", { a: "4" }),
      ],
    }),
  );

  it("that a row no longer has go, and those of other rows stay", async () => {
    expect(await load({ scores: [score("one", "left", { b: "2" })] })).toMatchObject({
      removed: 1,
      changed: 0,
    });
    expect(await scores()).toEqual(["one left b 2", "one right a 3", "two left a 4"]);
  });

  it("go with a row that has no cell any more", async () => {
    await load({ scores: [score("two", "left", {})] });
    expect(await scores()).toEqual(["one left a 1", "one left b 2", "one right a 3"]);
  });

  it("of one submission can stand in several rows of the same leaderboard", async () => {
    const rows = [score("one", "left", { a: "1" }), score("one", "left", { b: "2" })];
    expect(await load({ scores: rows })).toMatchObject({ created: 0, changed: 0, removed: 0 });
  });

  it("stay where an import has none", async () => {
    await load({ submissions: [submission("One")] });
    expect(await scores()).toHaveLength(4);
  });
});

describe("two things of a kind", () => {
  const first = { slug: "first", name: "First" };
  const second = { slug: "second", name: "Second" };
  const things = (a: string, b: string) => [
    { ...first, name: a },
    { ...second, name: b },
  ];
  const boards = (a: string, b: string) =>
    [first, second].map(({ slug }, i) => ({
      ...leaderboard("board").leaderboards[0],
      slug,
      name: [a, b][i],
    }));
  const { metrics } = leaderboard("board");

  it.each<[string, (a: string, b: string) => Partial<Records>]>([
    ["benchmark", (a, b) => ({ benchmarks: [...records().benchmarks, ...things(a, b)] })],
    ["leaderboard", (a, b) => ({ metrics, leaderboards: boards(a, b) })],
    ["organisation", (a, b) => ({ organisations: things(a, b) })],
    ["loss_function", (a, b) => ({ lossFunctions: things(a, b) })],
    ["backbone", (a, b) => ({ backbones: things(a, b) })],
    ["training_dataset", (a, b) => ({ trainingDatasets: things(a, b) })],
  ])("can swap their names: %s", async (table, parts) => {
    await load(parts("Alpha", "Beta"));
    const revision = await revisionOf(service);
    expect(await load(parts("Beta", "Alpha"))).toMatchObject({ created: 0, changed: 2, removed: 0 });
    expect(await revisionOf(service)).toBe(revision + 1);
    const named = await service.dataSource.query(
      `SELECT slug, name_key AS key FROM ${table} WHERE slug IN ('first', 'second') ORDER BY slug`,
    );
    expect(named).toEqual([
      { slug: "first", key: "beta" },
      { slug: "second", key: "alpha" },
    ]);
    await expect(load(parts("Alpha", "ALPHA"))).rejects.toMatchObject({
      name: "RecordsRefused",
      message: expect.stringMatching(/\.second: name "ALPHA" is that of "first" already\. Give one of them/),
    });
    expect(await revisionOf(service)).toBe(revision + 1);
  });

  it("can swap the arXiv identifiers of papers, but not share one", async () => {
    const papers = (a: string, b: string) => [
      { slug: "a", title: "A", arxivId: a },
      { slug: "b", title: "B", arxivId: b },
    ];
    await load({ papers: papers("1801.00001", "1801.00002") });
    await load({ papers: papers("1801.00002", "1801.00001") });
    const { paper } = await service.data(`{ paper(ref: "arXiv:1801.00001") { slug } }`);
    expect(paper.slug).toBe("b");
    await expect(load({ papers: papers("1801.00001", "1801.00001") })).rejects.toMatchObject({
      name: "RecordsRefused",
      message: expect.stringContaining('papers.b: arXiv id "1801.00001" is that of "a" already.'),
    });
  });
});

describe("the bases of a variant", () => {
  it("can change places: of several, the first that claims anything is inherited from", async () => {
    const stated = (thing: string) => ({ lossFunctions: [{ thing, basis: Basis.STATED }] });
    const parts = (...bases: string[]) => ({
      lossFunctions: ["x", "y"].map((slug) => ({ slug, name: slug })),
      submissions: [
        submission("One", stated("x")),
        submission("Two", stated("y")),
        submission("Heir", {
          variantOf: bases.map((base) => ({ submission: base, onlyDifference: true })),
          likelyDescriptions: bases.map((base) => ({ submission: base, reason: "Alike." })),
        }),
      ],
    });
    await load(parts("one", "two"));
    expect(await load(parts("two", "one"))).toMatchObject({ created: 1, changed: 4, removed: 1 });
    const { submission: heir } = await service.data(
      `{ submission(ref: "heir") {
        lossFunctions { lossFunction { slug } } variantOf { submission { slug } } likelyDescriptions { submission { slug } }
      } }`,
    );
    expect(heir).toEqual({
      lossFunctions: [{ lossFunction: { slug: "y" } }],
      variantOf: [{ submission: { slug: "two" } }, { submission: { slug: "one" } }],
      likelyDescriptions: [{ submission: { slug: "two" } }, { submission: { slug: "one" } }],
    });
  });
});

describe("trees", () => {
  it("that stand in a circle all the same are read to the end", async () => {
    const [x, y] = ["x", "y"].map((slug) => ({ slug, name: slug }));
    await load({ backbones: [x, { ...y, parent: "x" }] });
    await service.dataSource.query(
      "UPDATE backbone SET parent_id = (SELECT id FROM backbone WHERE slug = 'y') WHERE slug = 'x'",
    );
    const { backbone } = await service.data(`{ backbone(ref: "x") { ancestors { slug } } }`);
    expect(backbone.ancestors.map(({ slug }: { slug: string }) => slug).sort()).toEqual(["x", "y"]);
  });

  it("can be turned over in one import", async () => {
    const [x, y] = ["x", "y"].map((slug) => ({ slug, name: slug }));
    await load({ backbones: [x, { ...y, parent: "x" }] });
    await load({ backbones: [{ ...x, parent: "y" }, y] });
    const { backbone } = await service.data(`{ backbone(ref: "x") { ancestors { slug } } }`);
    expect(backbone.ancestors).toEqual([{ slug: "y" }]);
  });
});

describe("an unknown reference", () => {
  const named = (...slugs: string[]) => slugs.map((slug) => ({ slug, name: slug }));

  it.each<[string, Partial<Records>]>([
    [
      'lossFunctions.new.parent: there is no loss function "sotfmax". Did you mean "softmax"?',
      { lossFunctions: [...named("arcface", "softmax"), { slug: "new", name: "New", parent: "sotfmax" }] },
    ],
    [
      'submissions.one.backbones: there is no backbone "resnet-5". Did you mean "resnet-50"?',
      {
        backbones: named("densenet", "resnet-50"),
        submissions: [submission("One", { backbones: [{ thing: "resnet-5", basis: Basis.STATED }] })],
      },
    ],
    [
      'submissions.one.benchmark: there is no benchmark "x". Known are: test-benchmark.',
      { submissions: [submission("One", { benchmark: "x" })] },
    ],
    [
      'submissions.one.source.document: there is no source "test-sauce". Did you mean "test-source"?',
      { submissions: [submission("One", { source: { document: "test-sauce" } })] },
    ],
  ])("is named with its place and the nearest known ones: %s", async (message, parts) => {
    await expect(load(parts)).rejects.toThrow(new Error(message));
  });
});
