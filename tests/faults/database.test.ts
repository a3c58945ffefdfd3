import { setTimeout as sleep } from "node:timers/promises";
import { endAll } from "../support/command-line";
import { type Answer, post, send } from "../support/http-client";
import { type ServiceProcess, startServiceProcess } from "../support/service-process";
import { quantile, type Reply, startLoad, tally } from "./load";
import { type OwnPostgres, startOwnPostgres } from "./own-postgres";
import { report, seconds } from "./settings";

/** What stands still is noticed only after a while, so that less is of no use. */
const AWAY_S = Math.max(10, seconds(20));
const POOL_SIZE = 8;

let postgres: OwnPostgres;
let service: ServiceProcess;
beforeAll(async () => {
  postgres = await startOwnPostgres();
  service = await startServiceProcess(postgres.url, {
    DATABASE_POOL_SIZE: String(POOL_SIZE),
    DATABASE_WAIT_MS: "2000",
    STATEMENT_TIMEOUT_MS: "1000",
  });
});
afterAll(async () => {
  await service?.stop();
  endAll();
  await postgres?.remove();
});

const ready = async () => (await send(`${service.url}/readyz`)).text;
const question = () =>
  post(service.url, {
    query: "{ leaderboards { nodes { name ranking { totalCount nodes { overallRank } } } } }",
  });

async function untilReady(): Promise<number> {
  const begun = Date.now();
  while ((await ready()) !== "ready") {
    if (Date.now() - begun > 60_000) throw new Error("the service did not notice that the database is back");
    await sleep(20);
  }
  return Date.now() - begun;
}

/** Takes the database away under load and gives it back; gives the replies to what was asked in between. */
async function away(take: () => Promise<void> | void, give: () => Promise<void> | void) {
  const load = startLoad(service.url, { clients: 16, pauseMs: 5 });
  const spans = { from: 0, until: 0, again: 0 };
  let recoveryMs = 0;
  try {
    while (load.replies.length < 100) await sleep(50);
    await take();
    spans.from = Date.now();
    await sleep(AWAY_S * 500);
    expect(await ready()).toBe("database away");
    expect(await send(`${service.url}/healthz`)).toMatchObject({ status: 200 });
    await sleep(AWAY_S * 500);
    spans.until = Date.now();
    await give();
    recoveryMs = await untilReady();
    spans.again = Date.now();
    await sleep(2_000);
  } finally {
    await load.stop();
  }
  const { replies } = load;
  const within = (begin: number, end: number) =>
    replies.filter(({ sentAt, ms }) => sentAt >= begin && sentAt + ms <= end);
  return {
    replies,
    meanwhile: within(spans.from, spans.until),
    after: within(spans.again + 100, Number.POSITIVE_INFINITY),
    recoveryMs,
  };
}

function expectClear(meanwhile: Reply[]): void {
  expect(meanwhile.length).toBeGreaterThan(10);
  expect(tally(meanwhile)).toEqual({ "503 SERVICE_UNAVAILABLE": meanwhile.length });
  for (const { retryAfter } of meanwhile) expect(Number(retryAfter)).toBeGreaterThan(0);
}

async function expectWhole(before: Answer): Promise<void> {
  expect((await question()).data).toEqual(before.data);
  for (let i = 0; i < 100 && (await service.metric("scoregraph_database_connections", "in_use")); i += 1)
    await sleep(50);
  expect(await service.metric("scoregraph_database_connections", "in_use")).toBe(0);
  expect(await service.metric("scoregraph_database_waiting")).toBe(0);
  expect(await service.metric("scoregraph_requests_running")).toBe(0);
  // One more reads the data revision.
  expect(await postgres.connections()).toBeLessThanOrEqual(POOL_SIZE + 1);
  expect(service.lines().filter(({ level }) => level === "error")).toEqual([]);
}

test("the database stops under load and comes back: clear 503s, and all is well afterwards", async () => {
  const before = await question();
  const { meanwhile, after, replies, recoveryMs } = await away(postgres.stop, postgres.start);
  report("database stopped", {
    seconds: AWAY_S,
    all: tally(replies),
    meanwhile: tally(meanwhile),
    p99Ms: quantile(meanwhile, 0.99),
    recoveryMs,
  });
  expectClear(meanwhile);
  expect(replies.filter(({ isBroken }) => isBroken)).toEqual([]);
  expect(Object.keys(tally(replies)).sort()).toEqual(["200", "503 SERVICE_UNAVAILABLE"]);
  expect(tally(after)).toEqual({ 200: after.length });
  await expectWhole(before);
});

test("the database stands still under load and goes on: clear 503s, and all is well afterwards", async () => {
  const before = await question();
  const { meanwhile, after, replies, recoveryMs } = await away(postgres.freeze, postgres.thaw);
  report("database frozen", {
    seconds: AWAY_S,
    all: tally(replies),
    p99Ms: quantile(meanwhile, 0.99),
    recoveryMs,
  });
  expectClear(meanwhile);
  expect(Object.keys(tally(replies)).sort()).toEqual(["200", "503 SERVICE_UNAVAILABLE"]);
  expect(tally(after)).toEqual({ 200: after.length });
  await expectWhole(before);
});
