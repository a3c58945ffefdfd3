import { isObjectType } from "graphql";
import { createSchema } from "../../src/graph/schema";
import { loadRecords } from "../../src/importers/load";
import { goldenPopulation } from "../support/golden-population";
import { keepEverything } from "../support/kept";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeAll(async () => {
  service = await startTestService("empty");
  await loadRecords(service.dataSource, goldenPopulation(30));
  await keepEverything(service.dataSource);
});
afterAll(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

const ranking = (fields: string) =>
  `{ leaderboard(ref: "item-board-0") { ranking(first: 10) { ${fields} } } }`;
const entriesOf = async (fields: string) => (await service.data(ranking(fields))).leaderboard.ranking;

const WHOLE = `
  submission { id slug name label submittedOn trainingScale described summary ensembleSize organisations { slug } source { line } }
  score { id value reported uncertainty split { slug } source { line } }`;

it.each([
  ["submission { slug }", "submission { name submittedOn }"],
  ["submission { id slug } score { reported }", "score { id value uncertainty }"],
  ["submission { __typename label }", "submission { organisations { slug } }"],
  ["score { value }", "submission { slug } score { split { slug } }"],
  ["first: submission { slug } second: submission { name }", "score { source { line } value }"],
])("gives what is asked of the submissions and scores of entries: %s, and %s", async (one, other) => {
  const whole = (await entriesOf(`nodes { ${WHOLE} }`)).nodes;
  const statements = (await service.ask(ranking(`nodes { ${one} } edges { node { ${other} } }`))).statements;
  const { nodes, edges } = await entriesOf(`nodes { ${one} } edges { node { ${other} } }`);
  expect(statements.length).toBeLessThanOrEqual(6);
  const named = (name: string) => (name === "first" || name === "second" ? "submission" : name);
  const expectPart = (entry: Record<string, object>, i: number) => {
    for (const [name, part] of Object.entries(entry)) {
      const { __typename: _, ...fields } = part as Record<string, unknown>;
      expect(whole[i][named(name)]).toMatchObject(fields);
    }
  };
  expect(nodes).toHaveLength(10);
  nodes.forEach(expectPart);
  edges.map((edge: { node: Record<string, object> }) => edge.node).forEach(expectPart);
});

it("asks no resolver for what it takes for a property", () => {
  const schema = createSchema();
  for (const name of ["Submission", "Score"]) {
    const type = schema.getType(name);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    const columns = service.dataSource.getMetadata(name).columns.map((column) => column.propertyName);
    // A global id is made of the row's own alone.
    const resolved = fields
      .filter((field) => field.resolve && field.name !== "id")
      .map((field) => field.name);
    expect(resolved.filter((field) => columns.includes(field))).toEqual([]);
  }
});
