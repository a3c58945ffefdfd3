import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { getIntrospectionQuery } from "graphql";
import { poolOf } from "../../src/db/database";
import { loadRecords } from "../../src/importers/load";
import { references } from "../support/bad-references";
import { asLiteral, asVariable, type BadValue } from "../support/bad-requests";
import { dates, filters, sizes, texts } from "../support/bad-values";
import { goldenPopulation, numbers, submissionSlug } from "../support/golden-population";
import { insertImports, spreadOverImports } from "../support/import-rows";
import { startTestService, type TestService } from "../support/test-service";

const SIZE = 6;
const golden = path.join(__dirname, "../golden");
const contract = path.join(__dirname, "../contract/queries");

const namesIn = (folder: string) => readdirSync(folder).filter((file) => file.endsWith(".graphql"));
const read = (folder: string, name: string) => readFileSync(path.join(folder, name), "utf8");

/** A service that asks both executors, and gives an answer only when they agree on all of it. */
async function startBoth(template: "empty" | "seeded"): Promise<TestService> {
  const service = await startTestService(template);
  // One statement comes after the other, so that the same are batched together in every run.
  poolOf(service.dataSource).options.max = 1;
  const ask: TestService["ask"] = async (query, variables) => {
    const planned = await service.ask(query, variables, "planned");
    const standard = await service.ask(query, variables, "standard");
    expect(planned.data).toEqual(standard.data);
    expect(JSON.stringify(planned.errors)).toBe(JSON.stringify(standard.errors));
    if (!standard.errors) expect(planned.statements.sort()).toEqual(standard.statements.sort());
    return standard;
  };
  return { ...service, ask };
}

let populated: TestService;
let seeded: TestService;
beforeAll(async () => {
  populated = await startBoth("empty");
  await loadRecords(populated.dataSource, goldenPopulation(SIZE));
  await spreadOverImports(populated.dataSource, await insertImports(populated.dataSource, SIZE));
  seeded = await startBoth("seeded");
});
afterAll(async () => {
  await populated.close();
  await seeded.close();
});

/** What one executor has kept, the other finds. */
const asking = namesIn(golden).filter((name) => !read(golden, name).startsWith("mutation"));

it.each(asking)("both executors answer %s alike, by the same statements", async (name) => {
  const nodes = await populated.ask("{ submissions { nodes { id } } leaderboards { nodes { id } } }");
  const ids = Object.values(nodes.data).flatMap((list) =>
    (list as { nodes: { id: string }[] }).nodes.map(({ id }) => id),
  );
  const refs = numbers(SIZE).map(submissionSlug);
  const { data, errors } = await populated.ask(read(golden, name), { first: SIZE, ids, refs });
  expect([typeof data, errors]).toEqual(["object", undefined]);
});

it.each(namesIn(contract))("both executors answer %s alike, by the same statements", async (name) => {
  expect((await seeded.ask(read(contract, name))).errors).toBeUndefined();
});

it("both executors describe the schema alike", async () => {
  const { data } = await seeded.ask(getIntrospectionQuery());
  expect(data.__schema.types.length).toBeGreaterThan(50);
});

const tables = { dates, sizes, references, texts, filters };

it.each(Object.entries(tables))("both executors refuse bad %s alike", async (_name, table: BadValue[]) => {
  for (const bad of table) {
    expect((await asLiteral(seeded, bad)).errors).toHaveLength(1);
    if (bad.type) expect((await asVariable(seeded, bad)).errors).toHaveLength(1);
  }
});

it("both executors refuse several bad values at once alike", async () => {
  const bad = ["a", "b"].map(
    (name) =>
      `${name}: submissions(first: -1) { totalCount } c${name}: lossFunction(ref: "${name}x") { name }`,
  );
  expect((await seeded.ask(`{ ${bad.join(" ")} }`)).errors?.length).toBeGreaterThan(0);
  expect(
    (await seeded.ask(`{ d: lossFunction(ref: "x") { name } e: lossFunction(ref: "y") { name } }`)).errors,
  ).toHaveLength(2);
});
