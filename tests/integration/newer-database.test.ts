import { Client } from "pg";
import { endAll, run } from "../support/command-line";
import { startServiceProcess, stopServices } from "../support/service-process";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

jest.setTimeout(120_000);

let database: TestDatabase;
let client: Client;
let env: { DATABASE_URL: string };

beforeEach(async () => {
  database = await createTestDatabase("seeded");
  env = { DATABASE_URL: database.url };
  client = new Client(database.url);
  await client.connect();
});
afterEach(async () => {
  endAll();
  await client.end();
  await database.drop();
});

/** Pretends that later versions have migrated the database. */
async function migratedLater(...names: string[]): Promise<void> {
  for (const [i, name] of names.entries()) {
    await client.query(`INSERT INTO migrations ("timestamp", name) VALUES ($1, $2)`, [
      1_990_000_000_000 + i,
      name,
    ]);
  }
}

const forgetLast = () => client.query("DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations)");

test("a database to which later versions have only added is read and left as it is", async () => {
  await migratedLater("AddRemark1990000000000", "AddColour1990000000001");
  // What the service would compute anew if it took the database for its own.
  await client.query("DELETE FROM kept_split");
  const service = await startServiceProcess(database.url);
  expect(await service.ask("{ submissions { totalCount } }")).toEqual({
    data: { submissions: { totalCount: 78 } },
  });
  const [log] = await stopServices([service]);
  const told = log.split("\n").find((line) => line.includes("AddRemark1990000000000"));
  expect(told).toContain("The database is newer than this program, which only reads it.");
  const { rows } = await client.query("SELECT count(*)::int AS kept FROM kept_split");
  expect(rows).toEqual([{ kept: 0 }]);
  expect(await run(["check"], env)).toMatchObject({ code: 0, err: "" });
});

test("nothing is written to a newer database, and no copy is made that would lack something", async () => {
  await migratedLater("AddRemark1990000000000");
  expect(await run(["imports", "undo", "1"], env)).toMatchObject({
    code: 3,
    out: "",
    err: expect.stringMatching(/^The database is newer than this program, which knows too little of it/),
  });
  expect(await run(["export"], env)).toMatchObject({ code: 3, out: "" });
  const { rows } = await client.query(
    "SELECT count(*)::int AS undone FROM import WHERE undone_at IS NOT NULL",
  );
  expect(rows).toEqual([{ undone: 0 }]);
});

test("a newer database without data does not get the default data of this version", async () => {
  const empty = await createTestDatabase("empty");
  const inside = new Client(empty.url);
  await inside.connect();
  await inside.query(
    `INSERT INTO migrations ("timestamp", name) VALUES (1990000000000, 'AddRemark1990000000000')`,
  );
  await stopServices([await startServiceProcess(empty.url)]);
  const { rows } = await inside.query("SELECT count(*)::int AS submissions FROM submission");
  await inside.end();
  await empty.drop();
  expect(rows).toEqual([{ submissions: 0 }]);
});

test("the version before a removal does not use what was removed, and goes on", async () => {
  await migratedLater("RemoveColour1990000000000");
  await stopServices([await startServiceProcess(database.url)]);
});

test.each([
  [
    "a version that is too old says what has taken away what it needs",
    ["AddColour1990000000000", "RemoveShade1990000000001"],
    /^The database is too new for this program: RemoveShade1990000000001 has taken away .* Start the version that/,
  ],
  [
    "two removals are one too many",
    ["RemoveColour1990000000000", "RemoveShade1990000000001"],
    /^The database is too new for this program: RemoveShade1990000000001/,
  ],
])("%s", async (_what, names, message) => {
  await migratedLater(...names);
  expect(await run(["serve"], { ...env, PORT: "0" })).toEqual({
    code: 3,
    signal: null,
    out: "",
    err: expect.stringMatching(message),
  });
  const exported = await run(["export"], env);
  expect([exported.code, exported.out]).toEqual([3, ""]);
  expect(exported.err).toMatch(/^The database of DATABASE_URL cannot be used: The database is too new/);
});

test("a database of another line of versions is left alone", async () => {
  await forgetLast();
  await migratedLater("AddRemark1990000000000");
  expect(await run(["serve"], { ...env, PORT: "0" })).toMatchObject({
    code: 3,
    err: expect.stringMatching(
      /another line of versions: it has AddRemark1990000000000, .* lacks KeepAnswers/,
    ),
  });
});
