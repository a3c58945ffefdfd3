import { Basis } from "../../src/domain/claim/basis";
import { NameKind } from "../../src/domain/organisation/organisation.entity";
import { loadRecords } from "../../src/importers/load";
import { leaderboard, records, submission } from "../support/factories";
import { byCodePoint } from "../support/oracle/decimal";
import { textHolds, type Where } from "../support/oracle/where";
import { startTestService, type TestService } from "../support/test-service";

const { STATED, CITED } = Basis;

/** Lists, and the argument type of their filters and orders. */
const LISTS = {
  organisations: ["OrganisationWhere", "ThingOrder"],
  lossFunctions: ["LossFunctionWhere", "ThingOrder"],
  backbones: ["BackboneWhere", "ThingOrder"],
  trainingDatasets: ["TrainingDatasetWhere", "ThingOrder"],
  papers: ["PaperWhere", "PaperOrder"],
  benchmarks: ["BenchmarkWhere", "ThingOrder"],
  leaderboards: ["LeaderboardWhere", "LeaderboardOrder"],
  submissions: ["SubmissionWhere", "SubmissionOrder"],
} as const;

type List = keyof typeof LISTS;

async function slugs(service: TestService, list: List, args: { where?: Where; orderBy?: object }) {
  const [where, order] = LISTS[list];
  const query = `query ($where: ${where}, $orderBy: ${order}) {
    ${list}(where: $where, orderBy: $orderBy, first: 500) { totalCount nodes { slug } } }`;
  const found = (await service.data(query, args))[list];
  expect(found.totalCount).toBe(found.nodes.length);
  return found.nodes.map((node: { slug: string }) => node.slug);
}

describe("filters and orders of made things", () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService("empty");
    const boards = ["zoo", "Ant"].map((name) => leaderboard(name.toLowerCase()));
    await loadRecords(
      service.dataSource,
      records({
        benchmarks: [
          { slug: "test-benchmark", name: "Test benchmark" },
          { slug: "faces", name: "faces 100%" },
        ],
        metrics: boards.flatMap((board) => board.metrics),
        leaderboards: [
          { ...boards[0].leaderboards[0], name: "Zoo", benchmark: "faces" },
          { ...boards[1].leaderboards[0], name: "ant" },
        ],
        organisations: [
          { slug: "b", name: "b" },
          { slug: "big-a", name: "A" },
          { slug: "e-acute", name: "Éa", nameKind: NameKind.PERSON },
          { slug: "big-z", name: "Z", nameKind: NameKind.METHOD },
        ],
        papers: [
          { slug: "old", title: "Old", year: 2001, venue: "CVPR" },
          { slug: "new", title: "new", year: 2020, venue: "arXiv" },
          { slug: "when", title: "When" },
        ],
        lossFunctions: [
          { slug: "family", name: "Family", family: true },
          { slug: "child", name: "child", parent: "family", introducedBy: "old" },
          { slug: "grandchild", name: "Grandchild", parent: "child" },
          { slug: "other", name: "Other" },
          { slug: "solo", name: "Solo" },
        ],
        backbones: [
          { slug: "root", name: "Root", family: true },
          { slug: "leaf", name: "Leaf", parent: "root", introducedBy: "new" },
        ],
        trainingDatasets: [
          { slug: "data-b", name: "Data b", introducedBy: "old" },
          { slug: "data-a", name: "Data a" },
        ],
        submissions: [
          submission("one", {
            organisations: ["b", "e-acute"],
            submittedOn: "2020-01-02",
            citations: [{ paper: "new" }],
            lossFunctions: [
              { thing: "grandchild", basis: STATED },
              { thing: "grandchild", basis: STATED, modified: true },
              { thing: "child", basis: STATED, modified: true },
              { thing: "other", basis: CITED },
            ],
            trainingDatasets: [{ thing: "data-b", basis: STATED }],
          }),
          submission("Two", {
            organisations: ["e-acute"],
            citations: [{ paper: "new" }, { paper: "when" }],
            lossFunctions: [{ thing: "child", basis: STATED }],
            backbones: [{ thing: "root", basis: STATED }],
          }),
          submission("three", {
            organisations: ["b"],
            submittedOn: "2019-12-31",
            benchmark: "faces",
            lossFunctions: [{ thing: "solo", basis: STATED }],
          }),
        ],
      }),
    );
  });
  afterAll(async () => {
    expect(service.logged).toEqual([]);
    await service.close();
  });

  it.each<[List, Where, string[]]>([
    ["organisations", { name: { contains: "A" } }, ["big-a", "e-acute"]],
    ["organisations", { name: { is: ["ÉA", "z"] } }, ["big-z", "e-acute"]],
    ["organisations", { nameKind: { is: ["PERSON", "METHOD"] } }, ["big-z", "e-acute"]],
    ["organisations", { nameKind: { is: [] } }, []],
    ["organisations", { not: { nameKind: { is: "PERSON" } } }, ["big-a", "big-z", "b"]],
    ["organisations", { or: [] }, []],
    ["organisations", { and: [] }, ["big-a", "big-z", "b", "e-acute"]],
    ["lossFunctions", { isFamily: { is: true } }, ["family"]],
    ["lossFunctions", { self: { within: "family" } }, ["family", "grandchild", "child"]],
    ["lossFunctions", { self: { is: ["child", "other"] }, isFamily: { is: false } }, ["other", "child"]],
    ["lossFunctions", { introducedBy: { is: "old" } }, ["child"]],
    ["lossFunctions", { introducedBy: { known: false } }, ["family", "grandchild", "other", "solo"]],
    [
      "lossFunctions",
      { not: { introducedBy: { is: "new" } } },
      ["family", "grandchild", "other", "solo", "child"],
    ],
    ["lossFunctions", { not: { self: { within: "child" } } }, ["family", "other", "solo"]],
    ["backbones", { introducedBy: { known: true } }, ["leaf"]],
    ["backbones", { or: [{ name: { startsWith: "r" } }, { introducedBy: { is: "new" } }] }, ["leaf", "root"]],
    ["trainingDatasets", { introducedBy: { is: "Old" } }, ["data-b"]],
    ["trainingDatasets", { name: { startsWith: "data" }, not: { name: { contains: "b" } } }, ["data-a"]],
    ["papers", { year: { gte: 2001, lt: 2020 } }, ["old"]],
    ["papers", { year: { known: false } }, ["when"]],
    ["papers", { not: { year: { gt: 2001 } } }, ["old", "when"]],
    ["papers", { venue: { is: "cvpr" } }, ["old"]],
    ["papers", { venue: { startsWith: "AR" } }, ["new"]],
    ["papers", { venue: { known: false } }, ["when"]],
    ["papers", { title: { contains: "e" } }, ["when", "new"].sort(byCodePoint).reverse()],
    ["benchmarks", { name: { contains: "100%" } }, ["faces"]],
    ["benchmarks", { not: { name: { is: "FACES 100%" } } }, ["test-benchmark"]],
    ["leaderboards", { benchmark: { is: "faces" } }, ["zoo"]],
    ["leaderboards", { name: { is: "ANT" } }, ["ant"]],
    ["leaderboards", { not: { benchmark: { is: "faces" } } }, ["ant"]],
  ])("%s where %j are those", async (list, where, expected) => {
    expect(await slugs(service, list, { where })).toEqual(expected);
  });

  it.each<[List, string, string[], string[]]>([
    ["organisations", "NAME", ["big-a", "big-z", "b", "e-acute"], ["e-acute", "b", "big-z", "big-a"]],
    ["organisations", "SUBMISSIONS", ["big-a", "big-z", "b", "e-acute"], ["b", "e-acute", "big-a", "big-z"]],
    [
      "lossFunctions",
      "NAME",
      ["family", "grandchild", "other", "solo", "child"],
      ["child", "solo", "other", "grandchild", "family"],
    ],
    // Uses of what stands below count, but once for a submission; a citation is no use.
    [
      "lossFunctions",
      "SUBMISSIONS",
      ["other", "grandchild", "solo", "family", "child"],
      ["family", "child", "grandchild", "solo", "other"],
    ],
    ["backbones", "SUBMISSIONS", ["leaf", "root"], ["root", "leaf"]],
    ["trainingDatasets", "NAME", ["data-a", "data-b"], ["data-b", "data-a"]],
    ["trainingDatasets", "SUBMISSIONS", ["data-a", "data-b"], ["data-b", "data-a"]],
    ["papers", "TITLE", ["old", "when", "new"], ["new", "when", "old"]],
    ["papers", "YEAR", ["old", "new", "when"], ["new", "old", "when"]],
    ["papers", "CITATIONS", ["old", "when", "new"], ["new", "when", "old"]],
    ["benchmarks", "NAME", ["test-benchmark", "faces"], ["faces", "test-benchmark"]],
    ["benchmarks", "SUBMISSIONS", ["faces", "test-benchmark"], ["test-benchmark", "faces"]],
    ["leaderboards", "NAME", ["zoo", "ant"], ["ant", "zoo"]],
    ["leaderboards", "POSITION", ["zoo", "ant"], ["ant", "zoo"]],
    ["submissions", "NAME", ["two", "one", "three"], ["three", "one", "two"]],
    ["submissions", "SUBMITTED_ON", ["three", "one", "two"], ["one", "three", "two"]],
  ])("%s are ordered by %s in both directions, the missing last", async (list, field, rising, falling) => {
    expect(await slugs(service, list, { orderBy: { field } })).toEqual(rising);
    expect(await slugs(service, list, { orderBy: { field, direction: "DESC" } })).toEqual(falling);
  });

  it("organisations of a loss are those that use it or what stands under it", async () => {
    const data = await service.data(`{ lossFunction(ref: "family") { organisations { nodes { slug } } }
      grandchild: lossFunction(ref: "grandchild") { organisations { nodes { slug } } }
      other: lossFunction(ref: "other") { organisations { totalCount } }
      organisation(ref: "b") { lossFunctions { nodes { slug } } trainingDatasets { nodes { slug } } } }`);
    expect(data).toEqual({
      lossFunction: { organisations: { nodes: [{ slug: "b" }, { slug: "e-acute" }] } },
      grandchild: { organisations: { nodes: [{ slug: "b" }, { slug: "e-acute" }] } },
      other: { organisations: { totalCount: 0 } },
      organisation: {
        lossFunctions: { nodes: [{ slug: "grandchild" }, { slug: "solo" }, { slug: "child" }] },
        trainingDatasets: { nodes: [{ slug: "data-b" }] },
      },
    });
  });
});

describe("filters and orders of the default data", () => {
  let service: TestService;
  // biome-ignore lint/suspicious/noExplicitAny: rows of any table
  let rows: (table: string) => Promise<any[]>;
  beforeAll(async () => {
    service = await startTestService();
    rows = (table) => service.dataSource.query(`SELECT * FROM ${table}`);
  });
  afterAll(async () => {
    expect(service.logged).toEqual([]);
    await service.close();
  });

  it.each<[List, string, Where]>([
    ["organisations", "organisation", { contains: "lab" }],
    ["organisations", "organisation", { startsWith: "T" }],
    ["lossFunctions", "loss_function", { contains: "softmax" }],
    ["backbones", "backbone", { startsWith: "ResNet-" }],
    ["trainingDatasets", "training_dataset", { contains: "-" }],
  ])("%s are found by name and listed by code point", async (list, table, filter) => {
    const expected = (await rows(table))
      .filter((row) => textHolds(row.name, filter))
      .sort((a, b) => byCodePoint(a.name, b.name));
    expect(expected.length).toBeGreaterThan(1);
    expect(await slugs(service, list, { where: { name: filter } })).toEqual(expected.map((row) => row.slug));
  });

  it.each([
    ["lossFunctions", "lossFunction"],
    ["backbones", "backbone"],
  ])("%s of a list stand under the same things as when they are asked for one by one", async (list, one) => {
    const { nodes } = (await service.data(`{ ${list}(first: 500) { nodes { slug parent { slug } } } }`))[
      list
    ];
    const alone = await service.data(
      `{ ${nodes.map(({ slug }: { slug: string }, i: number) => `a${i}: ${one}(ref: "${slug}") { slug parent { slug } }`)} }`,
    );
    expect(nodes).toEqual(Object.values(alone));
    expect(nodes.filter(({ parent }: { parent: unknown }) => parent).length).toBeGreaterThan(3);
  });

  it("organisations and papers are ordered by how often they submitted and were cited", async () => {
    for (const [list, table, link, column, field] of [
      ["organisations", "organisation", "submission_organisation", "organisation_id", "SUBMISSIONS"],
      ["papers", "paper", "citation", "paper_id", "CITATIONS"],
    ] as const) {
      const links = await rows(link);
      const counted = (await rows(table)).map((row) => ({
        slug: row.slug,
        name: row.name ?? row.title,
        count: links.filter((other) => other[column] === row.id).length,
      }));
      for (const [direction, sign] of [
        ["ASC", 1],
        ["DESC", -1],
      ] as const) {
        const expected = counted.sort((a, b) => sign * (a.count - b.count) || byCodePoint(a.name, b.name));
        expect(await slugs(service, list, { orderBy: { field, direction } })).toEqual(
          expected.map((row) => row.slug),
        );
      }
    }
  });
});
