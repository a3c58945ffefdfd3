import { setTimeout as sleep } from "node:timers/promises";
import { poolOf } from "../../src/db/database";
import { post } from "../support/http-client";
import { type HttpService, startHttpService } from "../support/http-service";

const QUESTION = "{ submissions(first: 3) { nodes { slug } } }";
const DEADLINE_MS = 700;

/** How many statements of the service the server is executing, or has waiting for a lock. */
async function running({ dataSource }: HttpService): Promise<number> {
  const [{ count }] = await dataSource.query(
    `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
     AND state = 'active' AND wait_event_type = 'Lock'`,
  );
  return Number(count);
}

async function until(service: HttpService, count: number): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(10)) {
    if ((await running(service)) === count) return;
  }
  throw new Error(`${await running(service)} statements are running, not ${count}`);
}

/** Makes every read of submissions wait until it is over. */
async function blocked<Result>(service: HttpService, during: () => Promise<Result>): Promise<Result> {
  const runner = service.dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query("LOCK TABLE submission IN ACCESS EXCLUSIVE MODE");
  try {
    return await during();
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

describe.each([
  ["without kept answers", false],
  ["with kept answers", true],
])("a deadline, %s", (_name, keepsAnswers) => {
  let service: HttpService;
  beforeAll(async () => {
    service = await startHttpService({ limits: { deadlineMs: DEADLINE_MS }, keepsAnswers, poolSize: 6 });
    // So that the statements are prepared and the document is known: the way of most requests.
    for (let i = 0; i < 6; i += 1)
      expect((await post(service.url, { query: `${QUESTION} # ${i % 2}` })).errors).toEqual([]);
  });
  afterAll(() => service.close());
  afterEach(() => expect(service.logged).toEqual([]));

  it("answers with a code of its own, stops the SQL, and leaves the connections as they were", async () => {
    const pids = async (): Promise<number[]> =>
      (
        await service.dataSource.query(
          "SELECT array_agg(pid) AS pids FROM pg_stat_activity WHERE datname = current_database()",
        )
      )[0].pids;
    // Opens all connections that the pool may have.
    await Promise.all([0, 1, 2, 3, 4, 5].map(() => service.dataSource.query("SELECT pg_sleep(0.1)")));
    const before = await pids();
    const answers = await blocked(service, async () => {
      const asked = await Promise.all(
        [0, 1, 2].map((i) => post(service.url, { query: `${QUESTION} # slow ${i}` })),
      );
      await until(service, 0);
      return asked;
    });
    for (const { status, errors, data, headers } of answers) {
      expect(status).toBe(503);
      expect(data).toBeUndefined();
      expect(errors).toHaveLength(1);
      expect(errors[0].extensions.code).toBe("DEADLINE_EXCEEDED");
      expect(errors[0].message).toContain(`${DEADLINE_MS} ms`);
      expect(headers.get("cache-control")).toBe("no-store");
    }
    expect((await post(service.url, { query: QUESTION })).data.submissions.nodes).toHaveLength(3);
    // What was thrown away would take a moment to be gone.
    await sleep(200);
    expect(await pids()).toEqual(expect.arrayContaining(before));
    const pool = poolOf(service.dataSource);
    expect([pool.waitingCount, pool.totalCount - pool.idleCount]).toEqual([0, 0]);
  });

  it("does not spoil what is asked after it in the same words", async () => {
    const query = `${QUESTION} # same`;
    const slow = await blocked(service, async () => {
      const both = await Promise.all([post(service.url, { query }), post(service.url, { query })]);
      return both.map(({ status }) => status);
    });
    expect(slow).toEqual([503, 503]);
    expect((await post(service.url, { query })).errors).toEqual([]);
  });

  it("does not wait for a caller who left", async () => {
    await blocked(service, async () => {
      const leave = new AbortController();
      const asked = fetch(`${service.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: `${QUESTION} # left` }),
        signal: leave.signal,
      });
      await until(service, 1);
      leave.abort();
      await expect(asked).rejects.toThrow();
      await until(service, 0);
    });
    expect((await post(service.url, { query: `${QUESTION} # left` })).errors).toEqual([]);
  });

  it("gives up those who wait for a connection, too", async () => {
    const statuses = await blocked(service, async () => {
      const asked = Array.from({ length: 20 }, (_, i) =>
        post(service.url, { query: `${QUESTION} # many ${i}` }),
      );
      return (await Promise.all(asked)).map(({ status }) => status);
    });
    expect(new Set(statuses)).toEqual(new Set([503]));
    const pool = poolOf(service.dataSource);
    const lent = () => pool.waitingCount + pool.totalCount - pool.idleCount;
    for (let i = 0; lent() > 0 && i < 100; i += 1) await sleep(20);
    expect(lent()).toBe(0);
    expect((await post(service.url, { query: QUESTION })).errors).toEqual([]);
  });
});

test("a statement that takes too long is an error of the caller's question, with a code of its own", async () => {
  const service = await startHttpService({ statementTimeoutMs: 300, poolSize: 2 });
  try {
    const { errors } = await blocked(service, () => post(service.url, { query: QUESTION }));
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["DEADLINE_EXCEEDED"]);
    expect(errors[0].message).toMatch(/^This takes the database longer than it may\. Ask for less/);
    expect((await post(service.url, { query: QUESTION })).errors).toEqual([]);
    expect(service.logged).toEqual([]);
  } finally {
    await service.close();
  }
});
