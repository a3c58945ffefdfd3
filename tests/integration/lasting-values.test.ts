import { Client } from "pg";
import { lineLog } from "../../src/common/log";
import { poolOf } from "../../src/db/database";
import { contextsOf } from "../../src/graph/context";
import { followRevision } from "../../src/graph/data-revision";
import { createSchema } from "../../src/graph/schema";
import { loadRecords } from "../../src/importers/load";
import { createGraphQLServer, type GraphQLServer } from "../../src/server/graphql-server";
import { leaderboard, records, score, submission } from "../support/factories";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
let server: GraphQLServer;
let other: Client;
let revision: ReturnType<typeof followRevision>;
let statements: string[] = [];
let isRevisionLost = false;

beforeAll(async () => {
  service = await startTestService("empty");
  const scores = [score("one", "board", { a: "1" })];
  await loadRecords(
    service.dataSource,
    records({ ...leaderboard("board"), submissions: [submission("One")], scores }),
  );
  const log = lineLog((line) => service.logged.push(line));
  revision = followRevision(service.dataSource, log);
  const createContext = contextsOf(service.dataSource, () =>
    isRevisionLost ? Promise.reject(new Error("gone")) : revision.read(),
  );
  server = createGraphQLServer({
    schema: createSchema(),
    createContext: () => createContext((text) => statements.push(text)),
    log,
  });
  const { host, port, user, password, database, connectionString } = poolOf(service.dataSource).options;
  other = new Client(connectionString ? { connectionString } : { host, port, user, password, database });
  await other.connect();
});
afterAll(async () => {
  await server.stop();
  await revision.close();
  await other.end();
  expect(service.logged).toEqual([]);
  await service.close();
});

/** Sends a query as one request of many that share what lasts. */
// biome-ignore lint/suspicious/noExplicitAny: answers are compared with literals, not typed
async function ask(query: string): Promise<{ data: any; errors: any; statements: number }> {
  statements = [];
  const { data, errors } = await server.executeOperation({ query });
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors, statements: statements.length };
}

const BOARD = '{ leaderboard(ref: "board") { name benchmark { name } ranking { totalCount } } }';

it("reads the catalogue once for many requests", async () => {
  const first = await ask(BOARD);
  const second = await ask(BOARD);
  expect(second.data).toEqual(first.data);
  expect(first.statements).toBeGreaterThan(second.statements);
  expect(second.statements).toBeLessThanOrEqual(1);
});

it("is never older than the data, by whomever they were changed", async () => {
  for (let i = 0; i < 20; i += 1) {
    await other.query(`UPDATE leaderboard SET name = 'Board ${i}' WHERE slug = 'board'`);
    expect((await ask(BOARD)).data.leaderboard.name).toBe(`Board ${i}`);
    await other.query(`UPDATE benchmark SET name = 'Benchmark ${i}'`);
    expect((await ask(BOARD)).data.leaderboard.benchmark.name).toBe(`Benchmark ${i}`);
  }
});

it("keeps nothing of what is not there", async () => {
  const query = '{ leaderboard(ref: "new-board") { slug } }';
  expect((await ask(query)).errors[0].extensions.code).toBe("NOT_FOUND");
  expect((await ask(query)).errors[0].extensions.code).toBe("NOT_FOUND");
  await other.query("UPDATE leaderboard SET slug = 'new-board' WHERE slug = 'board'");
  expect((await ask(query)).data.leaderboard.slug).toBe("new-board");
  await other.query("UPDATE leaderboard SET slug = 'board'");
  expect((await ask(query)).errors[0].extensions.code).toBe("NOT_FOUND");
});

it("answers by the database alone while the revision cannot be read", async () => {
  await ask(BOARD);
  isRevisionLost = true;
  await other.query("UPDATE leaderboard SET name = 'Unseen'");
  const answer = await ask(BOARD);
  isRevisionLost = false;
  expect(answer.errors).toBeUndefined();
  expect(answer.data.leaderboard.name).toBe("Unseen");
  expect(answer.statements).toBeGreaterThan(1);
});
