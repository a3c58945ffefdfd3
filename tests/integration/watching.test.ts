import { setTimeout as sleep } from "node:timers/promises";
import { endAll } from "../support/command-line";
import { post, send } from "../support/http-client";
import { type ServiceProcess, startServiceProcess } from "../support/service-process";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const BOARDS = "query Boards($first: Int) { leaderboards(first: $first) { nodes { name } } }";
const FIND = "query Find($text: String!) { search(text: $text) { nodes { matched } } }";

let database: TestDatabase;
let service: ServiceProcess;

beforeAll(async () => {
  database = await createTestDatabase("seeded");
  service = await startServiceProcess(database.url, { SLOW_QUERY_MS: "1", LOG_LEVEL: "debug" });
});
afterAll(async () => {
  await service?.stop();
  endAll();
  await database.drop();
});

/** Waits for a line, which comes by another way than the answer. */
async function lineOf(requestId: string, message: string): Promise<Record<string, unknown>> {
  for (const end = Date.now() + 5_000; Date.now() < end; await sleep(10)) {
    const isIt = (line: Record<string, unknown>) => line.requestId === requestId && line.message === message;
    const found = service.lines().find(isIt);
    if (found) return found;
  }
  throw new Error(`no line "${message}" of ${requestId}`);
}

describe("metrics", () => {
  it("count requests by operation and outcome, statements, cache and connections", async () => {
    for (let i = 0; i < 6; i += 1) await post(service.url, { query: BOARDS, variables: { first: 2 } });
    await post(service.url, { query: "query Made_up { nothing }" });
    await post(service.url, { query: BOARDS, operationName: "Invented", variables: {} });
    expect(await service.metric("scoregraph_requests_total", 'operation="Boards",outcome="ok"')).toBe(2);
    expect(await service.metric("scoregraph_requests_total", "Made_up")).toBe(0);
    expect(await service.metric("scoregraph_requests_total", "Invented")).toBe(0);
    expect(await service.metric("scoregraph_requests_total", 'outcome="caller_error"')).toBe(2);
    expect(await service.metric("scoregraph_answer_cache_total", '"hit"')).toBe(5);
    expect(await service.metric("scoregraph_answer_cache_total", '"miss"')).toBeGreaterThanOrEqual(1);
    expect(await service.metric("scoregraph_sql_statements_total", '"ok"')).toBeGreaterThanOrEqual(1);
    expect(await service.metric("scoregraph_database_connections", '"idle"')).toBeGreaterThanOrEqual(1);
    expect(await service.metric("scoregraph_requests_running")).toBe(0);
  });

  it("are not on the public port", async () => {
    expect((await send(`${service.url}/metrics`)).status).toBe(404);
    expect((await send(`${service.watchUrl}/graphql`)).status).toBe(404);
  });
});

describe("health", () => {
  it.each(["url", "watchUrl"] as const)("is told on %s", async (at) => {
    expect(await send(`${service[at]}/healthz`)).toMatchObject({ status: 200, text: "ok" });
    expect(await send(`${service[at]}/readyz`)).toMatchObject({ status: 200, text: "ready" });
  });
});

describe("the log", () => {
  it("has a slow query with its operation and statements, but no values", async () => {
    const id = "slow-request-1";
    const variables = { text: "Zanzibar-4711" };
    const answer = await post(service.url, { query: FIND, variables }, { "x-request-id": id });
    expect(answer.headers.get("x-request-id")).toBe(id);
    const line = await lineOf(id, "Slow query");
    expect(line).toMatchObject({ level: "warn", operation: "Find", document: expect.any(String) });
    expect(line.statementCount).toBeGreaterThan(0);
    expect((line.statements as { text: string; ms: number }[])[0]).toMatchObject({
      text: expect.stringContaining("SELECT"),
      ms: expect.any(Number),
    });
    expect(await lineOf(id, "Answered")).toMatchObject({ level: "debug", outcome: "ok", status: 200 });
    expect(JSON.stringify(service.lines())).not.toContain("Zanzibar");
  });

  it("names a request that came without an id as its answer does", async () => {
    const answer = await post(service.url, { query: FIND, variables: { text: "Arcfase" } });
    const id = answer.headers.get("x-request-id") ?? "";
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect((await lineOf(id, "Answered")).outcome).toBe("ok");
  });

  it("never shows the password of the database", () => {
    const { password } = new URL(database.url);
    expect(service.lines().length).toBeGreaterThan(3);
    if (password) expect(JSON.stringify(service.lines())).not.toContain(password);
  });
});
