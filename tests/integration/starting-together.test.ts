import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { endAll } from "../support/command-line";
import { startServiceProcess, stopServices } from "../support/service-process";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

jest.setTimeout(120_000);

/** Whoever holds this advisory lock is migrating. */
const MIGRATION_LOCK = 7_304_115;

let database: TestDatabase;
let client: Client;

beforeEach(async () => {
  database = await createTestDatabase("bare");
  client = new Client(database.url);
  await client.connect();
});
afterEach(async () => {
  endAll();
  await client.end();
  await database.drop();
});

const count = (logs: string[], text: string) => logs.filter((log) => log.includes(text)).length;

test("of services that start at once on an empty database, one migrates and one loads the data", async () => {
  const services = await Promise.all([1, 2, 3, 4].map(() => startServiceProcess(database.url)));
  for (const service of services) {
    expect(await service.ask("{ submissions { totalCount } imports { totalCount } }")).toEqual({
      data: { submissions: { totalCount: 78 }, imports: { totalCount: 1 } },
    });
  }
  const logs = await stopServices(services);
  expect(count(logs, "The database was migrated.")).toBe(1);
  expect(count(logs, "The default data were loaded.")).toBe(1);
});

test("one connection suffices, and whoever waits for its turn is not cut short", async () => {
  await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
  const starting = startServiceProcess(database.url, {
    DATABASE_POOL_SIZE: "1",
    STATEMENT_TIMEOUT_MS: "1000",
  });
  await someoneWaits();
  await sleep(1_500);
  await client.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]);
  const service = await starting;
  expect(await service.ask("{ submissions { totalCount } }")).toEqual({
    data: { submissions: { totalCount: 78 } },
  });
  const [log] = await stopServices([service]);
  expect(log).toContain("Another process migrates the database; its end is waited for.");
});

async function someoneWaits(): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(20)) {
    const { rowCount } = await client.query(
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'",
    );
    if (rowCount) return;
  }
  throw new Error("nobody waited");
}
