import { Pool } from "pg";
import { PreparingDatabase } from "../../src/db/preparing-database";
import { sql } from "../../src/db/sql";
import { createTestDatabase, type TestDatabase } from "../support/test-database";
import { startTestService } from "../support/test-service";

let database: TestDatabase;
let pool: Pool;
let sent: string[];

beforeAll(async () => {
  database = await createTestDatabase("empty");
});

afterAll(() => database.drop());

beforeEach(async () => {
  pool = new Pool({ connectionString: database.url, max: 1 });
  await pool.query("DROP TABLE IF EXISTS thing; CREATE TABLE thing (id integer, name text)");
  await pool.query("INSERT INTO thing VALUES (1, 'one'), (2, 'two')");
  sent = [];
});

afterEach(() => pool.end());

/** Reads as another request does: on the same pool. */
function read(id: number): Promise<{ name: string }[]> {
  const db = new PreparingDatabase(pool, (text) => sent.push(text));
  return db.rows(sql`SELECT name FROM thing WHERE id = ${id}`);
}

async function prepared(): Promise<string[]> {
  const { rows } = await pool.query("SELECT statement FROM pg_prepared_statements WHERE statement ~ 'thing'");
  return rows.map((row: { statement: string }) => row.statement);
}

it("prepares a statement that comes again once for a connection", async () => {
  const answers = [];
  for (const id of [1, 2, 3, 1]) answers.push(await read(id));
  expect(answers).toEqual([[{ name: "one" }], [{ name: "two" }], [], [{ name: "one" }]]);
  expect(await prepared()).toEqual(["SELECT name FROM thing WHERE id = $1"]);
});

it("goes on when a table has changed since, and prepares the statement anew", async () => {
  for (const id of [1, 1, 1]) await read(id);
  await pool.query("ALTER TABLE thing ALTER COLUMN name TYPE varchar(10)");
  sent = [];
  expect(await read(2)).toEqual([{ name: "two" }]);
  expect(sent.length).toBe(2);
  for (const id of [1, 2]) expect(await read(id)).toHaveLength(1);
  expect(sent.length).toBe(4);
});

it("tells of other errors as they are", async () => {
  await read(1);
  await read(1);
  await pool.query("DROP TABLE thing");
  await expect(read(1)).rejects.toThrow('relation "thing" does not exist');
});

it("goes on without names where the server has lost what was prepared", async () => {
  for (const id of [1, 1]) await read(id);
  await pool.query("DEALLOCATE ALL");
  sent = [];
  expect(await read(2)).toEqual([{ name: "two" }]);
  expect(sent.length).toBe(2);
  for (const id of [1, 1, 2]) expect(await read(id)).toHaveLength(1);
  expect(await prepared()).toEqual([]);
});

it("answers queries from prepared statements as without them", async () => {
  const fresh = await startTestService();
  try {
    const ask = `{ leaderboard(ref: "megaface-identification") { ranking(first: 3) { totalCount nodes { rank score { reported } } } } }`;
    const answers = [];
    for (let i = 0; i < 8; i += 1) answers.push(await fresh.data(ask));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(fresh.logged).toEqual([]);
  } finally {
    await fresh.close();
  }
});
