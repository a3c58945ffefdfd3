import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "pg";
import { sql } from "../../src/db/sql";
import { Interrupted, inTransaction } from "../../src/db/transaction";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase("empty");
});
afterAll(() => database.drop());
afterEach(() => pool.end());

function openPool(max: number): void {
  pool = new Pool({ connectionString: database.url, max });
}

const slow = sql`SELECT pg_sleep(90)`;

describe("a transaction whose signal fires", () => {
  it("ends the statement that is running, and leaves nothing", async () => {
    openPool(2);
    const stop = new AbortController();
    const work = inTransaction(
      pool,
      async (transaction) => {
        await transaction.run("CREATE TABLE never (x integer)");
        setTimeout(() => stop.abort(), 50);
        await transaction.count(slow);
      },
      { signal: stop.signal },
    );
    await expect(work).rejects.toThrow(Interrupted);
    const { rows } = await pool.query("SELECT to_regclass('never') AS never");
    expect(rows).toEqual([{ never: null }]);
  });

  it("begins no other statement", async () => {
    openPool(2);
    const stop = new AbortController();
    const work = inTransaction(
      pool,
      async (transaction) => {
        stop.abort();
        await sleep(100);
        await transaction.count(slow);
      },
      { signal: stop.signal },
    );
    await expect(work).rejects.toThrow(Interrupted);
  });

  it("leaves the statement of whoever has its connection next alone", async () => {
    openPool(2);
    const stop = new AbortController();
    const held = await pool.connect();
    let next: Promise<unknown> | undefined;
    const work = inTransaction(
      pool,
      async () => {
        // Both wait for a connection: first the next one's statement, then what would cancel the transaction's.
        next = pool.query("SELECT pg_sleep(0.5)");
        stop.abort();
      },
      { signal: stop.signal },
    );
    await expect(work).rejects.toThrow(Interrupted);
    held.release();
    await expect(next).resolves.toMatchObject({ rowCount: 1 });
  });

  it("ends when the pool has no other connection", async () => {
    openPool(1);
    const stop = new AbortController();
    const work = inTransaction(
      pool,
      async (transaction) => {
        stop.abort();
        await transaction.count(slow);
      },
      { signal: stop.signal },
    );
    await expect(work).rejects.toThrow(Interrupted);
    expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  });
});

it("a transaction has all the time that it needs, whatever the database allows others", async () => {
  const options = ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"]
    .map((name) => `-c ${name}=100`)
    .join(" ");
  pool = new Pool({ connectionString: database.url, max: 2, options });
  const work = () =>
    inTransaction(pool, async (transaction) => {
      await transaction.count(sql`SELECT pg_advisory_xact_lock(1)`);
      await transaction.count(sql`SELECT pg_sleep(0.2)`);
      await sleep(200);
      return transaction.count(sql`SELECT 1`);
    });
  await expect(Promise.all([work(), work()])).resolves.toEqual([1, 1]);
});
