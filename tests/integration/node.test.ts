import { toGlobalId } from "../../src/common/global-id";
import { insertImport } from "../support/import-rows";
import { startTestService, type TestService } from "../support/test-service";

const MOST = 500;
const MISSING = 2_147_483_647;

const ONE_OF_EACH = `{
  Backbone: backbones(first: 1) { nodes { id name } }
  Benchmark: benchmarks(first: 1) { nodes { id name } }
  LossFunction: lossFunctions(first: 1) { nodes { id name } }
  Organisation: organisations(first: 1) { nodes { id name } }
  Paper: papers(first: 1) { nodes { id title } }
  Submission: submissions(first: 1) { nodes { id label } }
  TrainingDataset: trainingDatasets(first: 1) { nodes { id name } }
  Leaderboard: leaderboards(first: 1) {
    nodes { id name metric { id name } splits { id name } ranking(first: 1) { nodes { score { id reported } } } }
  }
  meta { sources { id title } }
  Import: imports(first: 1) { nodes { id format } }
}`;

const NODE_FIELDS = `
  __typename id
  ... on Backbone { text: name } ... on Benchmark { text: name } ... on LossFunction { text: name }
  ... on Organisation { text: name } ... on Leaderboard { text: name } ... on TrainingDataset { text: name }
  ... on Metric { text: name } ... on Split { text: name } ... on Paper { text: title } ... on Source { text: title }
  ... on Submission { text: label } ... on Score { reported }
  ... on Import { text: format }`;

const NODE = `query ($id: ID!) { node(id: $id) { ${NODE_FIELDS} } }`;
const NODES = `query ($ids: [ID!]!) { nodes(ids: $ids) { ${NODE_FIELDS} } }`;

const TYPES = [
  "Backbone",
  "Benchmark",
  "Import",
  "Leaderboard",
  "LossFunction",
  "Metric",
  "Organisation",
  "Paper",
  "Score",
  "Source",
  "Split",
  "Submission",
  "TrainingDataset",
];

type Found = { __typename: string; id: string; text?: string; reported?: string };

let service: TestService;
let each: Map<string, Found>;

beforeAll(async () => {
  service = await startTestService();
  await insertImport(service.dataSource);
  const { meta, ...kinds } = await service.data(ONE_OF_EACH);
  const board = kinds.Leaderboard.nodes[0];
  each = new Map();
  const add = (type: string, { id, name, title, label, format, reported }: Record<string, string>) => {
    const text = name ?? title ?? label ?? format;
    each.set(type, { __typename: type, id, ...(text ? { text } : { reported }) });
  };
  for (const [type, connection] of Object.entries(kinds)) {
    add(type, (connection as { nodes: Record<string, string>[] }).nodes[0]);
  }
  add("Metric", board.metric);
  add("Split", board.splits[0]);
  add("Score", board.ranking.nodes[0].score);
  add("Source", meta.sources[0]);
});
afterAll(async () => {
  const { logged } = service;
  await service.close();
  expect(logged).toEqual([]);
});

describe("a thing asked for by its global id", () => {
  it("can be of each type that the schema calls a node", async () => {
    const { __type } = await service.data('{ __type(name: "Node") { possibleTypes { name } } }');
    expect(__type.possibleTypes.map((type: { name: string }) => type.name).sort()).toEqual(TYPES);
    expect([...each.keys()].sort()).toEqual(TYPES);
  });

  it.each(TYPES)("is found when it is a %s", async (type) => {
    const wanted = each.get(type);
    expect(wanted?.id).toEqual(expect.any(String));
    expect((await service.data(NODE, { id: wanted?.id })).node).toEqual(wanted);
  });

  it.each(TYPES)("is null when no %s has the id", async (type) => {
    expect((await service.data(NODE, { id: toGlobalId(type, MISSING) })).node).toBeNull();
  });

  it("has an id that no thing of another type has", () => {
    expect(new Set([...each.values()].map(({ id }) => id)).size).toBe(TYPES.length);
  });

  it.each([
    ["a slug", "arcface"],
    ["the id of a type that has none", toGlobalId("Comparison", 1)],
    ["a name that every object has", toGlobalId("ToString", 1)],
    ["a key that is too large", Buffer.from("Score:2147483648").toString("base64url")],
    ["nothing", ""],
  ])("is an error when it is %s", async (_, id) => {
    const { data, errors } = await service.ask(NODE, { id });
    expect(data).toEqual({ node: null });
    expect(errors?.[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "id" });
    expect(errors?.[0].message).toContain(`"${id}" is not a global id.`);
  });
});

describe("several things asked for by their global ids", () => {
  it("come in the order asked for, of all types together, repeated where asked for twice", async () => {
    const wanted = [...each.values()].reverse();
    const asked = [...wanted, wanted[3], wanted[0]];
    const { nodes } = await service.data(NODES, { ids: asked.map(({ id }) => id) });
    expect(nodes).toEqual(asked);
  });

  it("leave null in the place of each that does not exist", async () => {
    const [first, second] = [...each.values()];
    const gone = toGlobalId("Submission", MISSING);
    const { nodes } = await service.data(NODES, { ids: [gone, first.id, gone, second.id] });
    expect(nodes).toEqual([null, first, null, second]);
  });

  it("are none for no ids", async () => {
    expect(await service.data(NODES, { ids: [] })).toEqual({ nodes: [] });
  });

  it(`are at most ${MOST}`, async () => {
    const { id } = each.get("Paper") as Found;
    const { nodes } = await service.data(NODES, { ids: Array(MOST).fill(id) });
    expect(nodes).toHaveLength(MOST);
    const { errors } = await service.ask(NODES, { ids: Array(MOST + 1).fill(id) });
    expect(errors?.[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "ids" });
    expect(errors?.[0].message).toContain("501 ids are too many at once. Ask for at most 500.");
  });

  it("are an error when one of them is no global id", async () => {
    const { errors } = await service.ask(NODES, { ids: [each.get("Paper")?.id, "arcface"] });
    expect(errors?.[0].extensions).toMatchObject({ code: "BAD_USER_INPUT" });
    expect(errors?.[0].message).toContain('"arcface" is not a global id.');
  });
});
