import { Client } from "pg";
import type { DataSource, MigrationInterface, QueryRunner } from "typeorm";
import { lineLog } from "../../src/common/log";
import { migrate } from "../../src/db/migrate";
import { createDataSource } from "../../src/graph/data-source";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase("empty");
  dataSource = await createDataSource({ url: database.url, poolSize: 4 }).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const tableNames = async (): Promise<string[]> => {
  const rows = await dataSource.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
  );
  return rows.map((row: { name: string }) => row.name);
};

test("the migrated tables have the columns of the entities, no more and no fewer", async () => {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  // Keys, checks and indexes are the migrations' own; the entities know only tables and columns.
  const ofColumns = upQueries
    .map(({ query }) => query)
    .filter((query) =>
      /CREATE TABLE|ADD "|DROP COLUMN|ALTER COLUMN "\w+" (TYPE|SET NOT NULL|DROP NOT NULL)/.test(query),
    );
  expect(ofColumns).toEqual([]);
});

test("migrations can be taken back one by one and run again, with rows in between", async () => {
  const before = await tableNames();
  expect(before.length).toBeGreaterThan(20);
  await dataSource.query(`
    WITH import AS (INSERT INTO import (format, files, started_at) VALUES ('bundle', '[]', now()) RETURNING id)
    INSERT INTO benchmark (slug, name, name_key, import_id) SELECT 'kept', 'Kept', 'kept', id FROM import`);
  for (const gone of ["kept_split", "import", "data_revision"]) {
    expect(await tableNames()).toContain(gone);
    while ((await tableNames()).includes(gone)) await dataSource.undoLastMigration();
  }
  await migrate(dataSource);
  expect(await tableNames()).toEqual(before);
  expect(await dataSource.query("SELECT slug FROM benchmark")).toEqual([{ slug: "kept" }]);
  for (let i = 0; i < dataSource.migrations.length; i += 1) await dataSource.undoLastMigration();
  expect(await tableNames()).toEqual(["migrations"]);
  await migrate(dataSource);
  expect(await tableNames()).toEqual(before);
});

test("of several processes that start at once, one migrates and the others wait", async () => {
  const fresh = await createTestDatabase("empty");
  const sources = await Promise.all(
    [1, 2, 3].map(() => createDataSource({ url: fresh.url, poolSize: 3 }).initialize()),
  );
  try {
    for (let i = 0; i < sources[0].migrations.length; i += 1) await sources[0].undoLastMigration();
    const run = await Promise.all(sources.map((source) => migrate(source)));
    expect(run.map((names) => names.length).sort()).toEqual([0, 0, sources[0].migrations.length]);
  } finally {
    await Promise.all(sources.map((source) => source.destroy()));
    await fresh.drop();
  }
});

/** A migration that only a later version would have. */
class AddRemark1990000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE submission ADD COLUMN remark text");
  }
  async down(): Promise<void> {}
}

test("a migration lets readers pass while a long transaction keeps it from its table", async () => {
  const fresh = await createTestDatabase("empty");
  const source = await createDataSource({ url: fresh.url, poolSize: 1 }).initialize();
  const [long, reader] = [new Client(fresh.url), new Client(fresh.url)];
  await Promise.all([long.connect(), reader.connect()]);
  let told = () => {};
  const refused = new Promise<void>((resolve) => {
    told = resolve;
  });
  try {
    await long.query("BEGIN; SELECT count(*) FROM submission");
    source.migrations.push(new AddRemark1990000000000());
    const migrated = migrate(
      source,
      lineLog((line) => line.includes("A migration waits") && told()),
    );
    await refused;
    await reader.query("SET statement_timeout = '10s'; SELECT count(*) FROM submission");
    await long.query("COMMIT");
    expect(await migrated).toEqual(["AddRemark1990000000000"]);
    await reader.query("SELECT remark FROM submission");
    const [settings] = await source.query(
      "SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement",
    );
    expect(settings).toEqual({ lock: "0", statement: "0" });
  } finally {
    await Promise.all([long.end(), reader.end()]);
    await source.destroy();
    await fresh.drop();
  }
});
