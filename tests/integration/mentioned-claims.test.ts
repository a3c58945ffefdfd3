import { Basis } from "../../src/domain/claim/basis";
import { loadRecords } from "../../src/importers/load";
import { leaderboard, records, score, submission } from "../support/factories";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;

const KINDS = [
  { field: "lossFunctions", one: "lossFunction", filter: "lossFunction", grouping: "LOSS_FUNCTION" },
  { field: "backbones", one: "backbone", filter: "backbone", grouping: "BACKBONE" },
  {
    field: "trainingDatasets",
    one: "trainingDataset",
    filter: "trainingDataset",
    grouping: "TRAINING_DATASET",
  },
];

const TABLES = ["loss_function", "backbone", "training_dataset"];

beforeAll(async () => {
  service = await startTestService("empty");
  const claims = (basis: Basis) => {
    const list = [{ thing: "thing", basis, term: "the thing" }];
    return { description: {}, lossFunctions: list, backbones: list, trainingDatasets: list };
  };
  const thing = { slug: "thing", name: "Thing" };
  await loadRecords(
    service.dataSource,
    records({
      ...leaderboard("board"),
      lossFunctions: [{ ...thing, family: true }],
      backbones: [{ ...thing, family: true }],
      trainingDatasets: [thing],
      organisations: [
        { slug: "sure-lab", name: "Sure lab" },
        { slug: "unsure-lab", name: "Unsure lab" },
      ],
      submissions: [
        submission("stated", { organisations: ["sure-lab"], ...claims(Basis.STATED) }),
        submission("mentioned", { organisations: ["unsure-lab"] }),
        submission("silent"),
      ],
      scores: ["stated", "mentioned", "silent"].map((slug, i) => score(slug, "board", { a: String(9 - i) })),
    }),
  );
  // Beside what is stated, and alone.
  for (const table of TABLES) {
    await service.dataSource.query(`
      INSERT INTO ${table}_claim (submission_id, ${table}_id, basis, term, position, source_id)
      SELECT s.id, t.id, 'MENTIONED', 'thing', 0, s.source_id FROM submission s, ${table} t
      WHERE s.slug IN ('stated', 'mentioned')`);
  }
});
afterAll(async () => {
  const { logged } = service;
  await service.close();
  expect(logged).toEqual([]);
});

describe.each(KINDS)("a mentioned claim on $field", ({ field, one, filter, grouping }) => {
  const slugs = async (where: string): Promise<string[]> => {
    const { submissions } = await service.data(
      `{ submissions(where: { ${where} }) { totalCount nodes { slug } } }`,
    );
    expect(submissions.totalCount).toBe(submissions.nodes.length);
    return submissions.nodes.map((node: { slug: string }) => node.slug);
  };

  it("is shown with its basis and words, behind what is stated", async () => {
    const { mentioned, stated } = await service.data(`{
      mentioned: submission(ref: "mentioned") { ${field} { basis term ${one} { slug } } }
      stated: submission(ref: "stated") { ${field} { basis } confirmed: ${field}(basis: [MENTIONED]) { basis } }
    }`);
    expect(mentioned[field]).toEqual([{ basis: "MENTIONED", term: "thing", [one]: { slug: "thing" } }]);
    expect(stated).toEqual({ [field]: [{ basis: "STATED" }], confirmed: [{ basis: "MENTIONED" }] });
  });

  it("matches no filter that does not ask for it", async () => {
    expect(await slugs(`${filter}: { within: ["thing"] }`)).toEqual(["stated"]);
    expect(await slugs(`${filter}: { is: ["thing"] }`)).toEqual(["stated"]);
    expect(await slugs(`${filter}: { known: true }`)).toEqual(["stated"]);
    expect(await slugs(`${filter}: { known: false }`)).toEqual(["mentioned", "silent"]);
    expect(await slugs(`${filter}: { modified: false }`)).toEqual(["stated"]);
    expect(await slugs(`not: { ${filter}: { is: ["thing"] } }`)).toEqual(["mentioned", "silent"]);
    expect(await slugs(`${filter}: { is: ["thing"], basis: [MENTIONED] }`)).toEqual(["mentioned", "stated"]);
  });

  it("is in no facet and in no group of statistics", async () => {
    const facet = `facets(groupBy: [${grouping}]) { unknownCount groups { key count } }`;
    const { submissions, leaderboard: board } = await service.data(`{
      submissions { ${facet} }
      leaderboard(ref: "board") { ranking { ${facet} } statistics(groupBy: ${grouping}) { nodes { key count } } }
    }`);
    const counted = [{ unknownCount: 2, groups: [{ key: "thing", count: 1 }] }];
    expect(submissions.facets).toEqual(counted);
    expect(board.ranking.facets).toEqual(counted);
    expect(board.statistics.nodes).toEqual([
      { key: "thing", count: 1 },
      { key: null, count: 2 },
    ]);
  });

  it("makes nobody a user of the thing", async () => {
    const { [one]: thing, organisation } = await service.data(`{
      ${one}(ref: "thing") {
        submissions { nodes { slug } } organisations { nodes { slug } }
        all: submissions(basis: [STATED, MENTIONED]) { totalCount }
      }
      organisation(ref: "unsure-lab") { ${field} { totalCount } }
    }`);
    expect(thing.submissions.nodes).toEqual([{ slug: "stated" }]);
    expect(thing.organisations.nodes).toEqual([{ slug: "sure-lab" }]);
    expect(thing.all.totalCount).toBe(2);
    expect(organisation[field].totalCount).toBe(0);
  });
});

test("families of what is only mentioned are groups of nothing", async () => {
  const { submissions } = await service.data(
    "{ submissions { facets(groupBy: [LOSS_FAMILY, BACKBONE_FAMILY]) { unknownCount groups { count } } } }",
  );
  const counted = { unknownCount: 2, groups: [{ count: 1 }] };
  expect(submissions.facets).toEqual([counted, counted]);
});
