import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { endAll } from "../support/command-line";
import { post } from "../support/http-client";
import { type ServiceProcess, startServiceProcess } from "../support/service-process";
import { createTestDatabase, type TestDatabase } from "../support/test-database";
import { quantile, startLoad, tally } from "./load";
import { megabytesOf } from "./own-postgres";
import { report, seconds } from "./settings";

const POOL_SIZE = 8;
const MANY = 500;
const MOST_MB = 400;

let database: TestDatabase;
let service: ServiceProcess;
beforeEach(async () => {
  database = await createTestDatabase("seeded");
  service = await startServiceProcess(database.url, {
    DATABASE_POOL_SIZE: String(POOL_SIZE),
    SHUTDOWN_DELAY_MS: "500",
  });
});
afterEach(async () => {
  await service.stop();
  endAll();
  await database.drop();
});

async function untilQuiet(): Promise<number> {
  const begun = Date.now();
  const busy = async () =>
    (await service.metric("scoregraph_requests_running")) +
    (await service.metric("scoregraph_database_connections", "in_use")) +
    (await service.metric("scoregraph_database_waiting"));
  while ((await busy()) > 0) {
    if (Date.now() - begun > 30_000) throw new Error("something is left running");
    await sleep(50);
  }
  return Date.now() - begun;
}

/** Sends a question whose answer is long, and leaves after so many milliseconds, be it in the middle of the answer. */
async function leave(n: number, afterMs: number): Promise<void> {
  const query = `query Leaving($text: String!) {
    search(text: $text) { totalCount }
    submissions(first: 46) { nodes { name scores { nodes { reported } } lossFunctions { nodes { basis } } } } }`;
  const body = JSON.stringify({ query, variables: { text: `face ${n}` } });
  const socket = connect(Number(new URL(service.url).port), "127.0.0.1");
  // Reads nothing: a long answer stays in the middle.
  socket.pause().on("error", () => {});
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  await sleep(afterMs);
  socket.destroy();
}

test(`${MANY} callers leave in the middle of an answer: the pool is whole again, and others are answered`, async () => {
  await Promise.all(Array.from({ length: MANY }, (_, n) => leave(n, 5 + (n % 50) * 10)));
  const quietMs = await untilQuiet();
  const left = await service.metric("scoregraph_requests_total", '"left"');
  report("callers left", { callers: MANY, quietMs, unanswered: left, megabytes: megabytesOf(service.pid) });
  expect(left).toBeGreaterThan(0);
  expect(await service.metric("scoregraph_database_connections")).toBeLessThanOrEqual(POOL_SIZE);
  expect(await post(service.url, { query: "{ leaderboards { nodes { name } } }" })).toMatchObject({
    status: 200,
  });
  expect(service.lines().filter(({ level }) => level === "error")).toEqual([]);
});

test("SIGTERM under load: no answer is broken, and the process ends with 0 in time", async () => {
  const load = startLoad(service.url, { clients: 32 });
  while (load.replies.length < 100) await sleep(20);
  const begun = Date.now();
  const { code } = await service.stop("SIGTERM");
  const stopMs = Date.now() - begun;
  const replies = await load.stop();
  report("SIGTERM", { stopMs, replies: tally(replies) });
  expect(code).toBe(0);
  expect(stopMs).toBeLessThan(10_000);
  expect(replies.filter(({ isBroken }) => isBroken)).toEqual([]);
  const answered = replies.filter(({ status }) => status !== undefined);
  expect(answered.length).toBeGreaterThan(30);
  expect(tally(answered)).toEqual({ 200: answered.length });
  // What was not answered was not begun: the port was closed, or the idle connection was closed under it.
  const unanswered = replies.filter(({ status }) => status === undefined);
  expect(unanswered.map(({ code }) => code)).toEqual(
    unanswered.map(() => expect.stringMatching(/^ECONN(REFUSED|RESET)$/)),
  );
});

test(`${MANY} connections for a while: no error, and bounded memory`, async () => {
  const lasting = seconds(60);
  // They come one after another, and each asks about once a second.
  const load = startLoad(service.url, { clients: MANY, pauseMs: 1_000, newEvery: 20 });
  await sleep(lasting * 500);
  const half = megabytesOf(service.pid);
  await sleep(lasting * 500);
  const full = megabytesOf(service.pid);
  const replies = await load.stop();
  report(`${MANY} connections`, {
    seconds: lasting,
    perSecond: Math.round(replies.length / lasting),
    replies: tally(replies),
    p50Ms: quantile(replies, 0.5),
    p99Ms: quantile(replies, 0.99),
    megabytes: [half, full].map(Math.round),
  });
  expect(tally(replies)).toEqual({ 200: replies.length });
  expect(full).toBeLessThan(MOST_MB);
  await untilQuiet();
});

test("a pool of one connection is enough to start and to answer", async () => {
  const small = await startServiceProcess(database.url, { DATABASE_POOL_SIZE: "1" });
  const load = startLoad(small.url, { clients: 8 });
  await sleep(1_000);
  const replies = await load.stop();
  expect(tally(replies)).toEqual({ 200: replies.length });
  expect((await small.stop()).code).toBe(0);
});
