import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { poolOf } from "../../src/db/database";
import { loadRecords } from "../../src/importers/load";
import { goldenPopulation, numbers, submissionSlug } from "../support/golden-population";
import { forgetImports, insertImports, spreadOverImports } from "../support/import-rows";
import { startTestService, type TestService } from "../support/test-service";

const SMALL = 2;
const LARGE = 200;
const PAGE = 200;
const MOST_COMPARED = 100;

const contractFolder = path.join(__dirname, "../contract/queries");

function queriesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".graphql"))
    .map((file) => file.replace(".graphql", ""))
    .sort();
}

const read = (folder: string, name: string) => readFileSync(path.join(folder, `${name}.graphql`), "utf8");

const readCounts = (file: string): Record<string, number> =>
  JSON.parse(readFileSync(path.join(__dirname, file), "utf8"));

const counts = readCounts("counts.json");
const contractCounts = readCounts("contract-counts.json");

/**
 * A service with one connection: its answers come one after the other. With several, the order in which they come
 * decides what is batched together, and a count would differ from run to run.
 */
async function startOnOneConnection(template: "empty" | "seeded"): Promise<TestService> {
  const service = await startTestService(template);
  poolOf(service.dataSource).options.max = 1;
  return service;
}

/** The committed number, or what says that there is none. */
const committed = (of: Record<string, number>, name: string) =>
  of[name] ?? "a number in the committed counts";

/** The longest list anywhere in an answer. */
function longestList(value: unknown): number {
  if (value === null || typeof value !== "object") return 0;
  const within = Math.max(0, ...Object.values(value).map(longestList));
  return Array.isArray(value) ? Math.max(value.length, within) : within;
}

/** A service on as many things of every kind as `size`, and what the queries ask of them. */
async function startPopulated(size: number) {
  const service = await startOnOneConnection("empty");
  await loadRecords(service.dataSource, goldenPopulation(size));
  await forgetImports(service.dataSource);
  await spreadOverImports(service.dataSource, await insertImports(service.dataSource, size));
  const { submissions, leaderboards } = await service.data(
    `{ submissions(first: ${PAGE}) { nodes { id } } leaderboards(first: ${PAGE}) { nodes { id } } }`,
  );
  const ids = [...submissions.nodes, ...leaderboards.nodes].map((node: { id: string }) => node.id);
  const refs = numbers(Math.min(size, MOST_COMPARED)).map(submissionSlug);
  return { service, variables: { first: PAGE, ids, refs } };
}

describe("the number of SQL statements that a query takes", () => {
  let small: Awaited<ReturnType<typeof startPopulated>>;
  let large: Awaited<ReturnType<typeof startPopulated>>;
  beforeAll(async () => {
    small = await startPopulated(SMALL);
    large = await startPopulated(LARGE);
  });
  afterAll(async () => {
    await small.service.close();
    await large.service.close();
  });

  it("is committed for exactly the queries that are here", () => {
    expect(Object.keys(counts).sort()).toEqual(queriesIn(__dirname));
  });

  const title = `is the same for ${SMALL} things and for ${LARGE}: %s`;
  const comparison = async (name: string) => {
    const query = read(__dirname, name);
    const few = await small.service.ask(query, small.variables);
    const many = await large.service.ask(query, large.variables);
    expect([few.errors, many.errors]).toEqual([undefined, undefined]);
    expect(longestList(few.data)).toBeLessThanOrEqual(2 * SMALL);
    expect(longestList(many.data)).toBeGreaterThanOrEqual(MOST_COMPARED);
    const expected = committed(counts, name);
    const taken = { few: few.statements.length, many: many.statements.length };
    expect(taken).toEqual({ few: expected, many: expected });
  };

  it.each(queriesIn(__dirname))(title, comparison);

  it("comes without an internal error", () => {
    expect([...small.service.logged, ...large.service.logged]).toEqual([]);
  });
});

describe("the number of SQL statements that a client's query takes", () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startOnOneConnection("seeded");
  });
  afterAll(() => service.close());

  it("is committed for exactly the queries that are agreed", () => {
    expect(Object.keys(contractCounts).sort()).toEqual(queriesIn(contractFolder));
  });

  it.each(queriesIn(contractFolder))("is the committed one: %s", async (name) => {
    const { errors, statements } = await service.ask(read(contractFolder, name));
    expect(errors).toBeUndefined();
    expect(statements.length).toBe(committed(contractCounts, name));
  });
});
