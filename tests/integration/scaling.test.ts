import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { endAll, run } from "../support/command-line";
import { type Answer, post } from "../support/http-client";
import { hasRedis, TestRedis } from "../support/redis-server";
import { type ReplicatedPostgres, startReplicated } from "../support/replicated-postgres";
import { type ServiceProcess, startServiceProcess } from "../support/service-process";

/** Debian's PostgreSQL, the oldest one; undefined: the embedded one is taken. */
function debianPrograms(): string | undefined {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(a) - Number(b)) : [];
  return versions
    .map((name) => path.join(root, name, "bin"))
    .find((bin) => existsSync(path.join(bin, "initdb")));
}

const isPossible = hasRedis();
if (!isPossible) {
  process.stderr.write(
    "Several machines are not tested: there is no redis-server. apt-get install redis-server\n",
  );
}
const scaled = isPossible ? it : it.skip;

let servers: ReplicatedPostgres;
let redis: TestRedis;
let services: ServiceProcess[];
const folder = mkdtempSync(path.join(tmpdir(), "scoregraph-scaling-"));

beforeAll(async () => {
  if (!isPossible) return;
  servers = await startReplicated(debianPrograms());
  redis = await TestRedis.start();
  services = [await startService(), await startService()];
  for (const service of services) await said(service, "A read replica is used.");
});
afterAll(async () => {
  endAll();
  await redis?.kill();
  await servers?.stop();
  rmSync(folder, { recursive: true });
});

function startService(): Promise<ServiceProcess> {
  return startServiceProcess(servers.primary.url, {
    DATABASE_REPLICA_URLS: servers.replica.url,
    REDIS_URL: redis.url,
    RATE_LIMIT_POINTS: "1000000",
  });
}

/** Waits until the log of a service says something so many times. */
async function said(service: ServiceProcess, text: string, times = 1): Promise<void> {
  for (const end = Date.now() + 40_000; service.log().split(text).length <= times; await sleep(10)) {
    if (Date.now() > end) throw new Error(`not seen: ${text}\n${service.log()}`);
  }
}

const NAMES = '{ leaderboard(ref: "board") { name ranking { totalCount } } leaderboards { nodes { name } } }';
let asked = 0;

/** Asks what nobody asked before, so that it is executed, or what was asked before too. */
function ask({ url }: ServiceProcess, isNew = true): Promise<Answer> {
  asked += 1;
  return post(url, { query: isNew ? `query Q${asked} ${NAMES}` : NAMES });
}

let written = 0;

/** Imports the leaderboard under a new name, and one more score. */
async function write(): Promise<{ name: string; count: number }> {
  written += 1;
  const name = `Board ${written}`;
  const file = path.join(folder, "board.yaml");
  const submissions = Array.from({ length: written }, (_, i) => ({ slug: `s${i}`, name: `S ${i}` }));
  const records = {
    sources: [{ slug: "source", title: "Source" }],
    benchmarks: [{ slug: "bench", name: "Bench" }],
    metrics: [{ slug: "metric", name: "Metric", unit: "%", direction: "HIGHER_IS_BETTER" }],
    leaderboards: [
      {
        slug: "board",
        name,
        benchmark: "bench",
        metric: "metric",
        splits: [{ slug: "a", name: "A", default: true }],
      },
    ],
    submissions: submissions.map((one) => ({
      ...one,
      benchmark: "bench",
      source: { document: "source", line: 1 },
    })),
    scores: submissions.map(({ slug }, i) => ({
      submission: slug,
      leaderboard: "board",
      document: "source",
      line: 1,
      values: { a: String(i) },
    })),
  };
  writeFileSync(file, JSON.stringify(records));
  const { code, err } = await run(["import", "bundle", file], { DATABASE_URL: servers.primary.url });
  expect([code, err]).toEqual([0, expect.any(String)]);
  return { name, count: written };
}

function expectNewest(answer: Answer, { name, count }: { name: string; count: number }): void {
  expect(answer).toMatchObject({ status: 200, errors: [] });
  expect(answer.data.leaderboard).toEqual({ name, ranking: { totalCount: count } });
  expect(answer.data.leaderboards.nodes).toContainEqual({ name });
}

/** Asks both processes all the time while something is done, and gives the answers. */
async function asking(act: () => Promise<unknown>): Promise<Answer[]> {
  let isDone = false;
  const answers: Answer[] = [];
  const loops = [...services, ...services].map(async (service, i) => {
    while (!isDone) answers.push(await ask(service, i < 2));
  });
  await act();
  await sleep(500);
  isDone = true;
  await Promise.all(loops);
  return answers;
}

/** The longest that one of several requests takes, in milliseconds. */
async function slowest(service: ServiceProcess, times: number): Promise<number> {
  let most = 0;
  for (let i = 0; i < times; i += 1) {
    const begun = performance.now();
    expect((await ask(service)).status).toBe(200);
    most = Math.max(most, performance.now() - begun);
  }
  return most;
}

scaled("what one process found out, the others know", async () => {
  const newest = await write();
  const [one, other] = services;
  const first = await ask(one, false);
  expectNewest(first, newest);
  expect(first.headers.get("cache-status")).toBe("scoregraph; fwd=miss");
  await sleep(100);
  const second = await ask(other, false);
  expect(second.headers.get("cache-status")).toBe("scoregraph; hit; detail=shared");
  expect(second.text).toBe(first.text);
  expect(second.headers.get("content-type")).toBe(first.headers.get("content-type"));
  expect((await ask(other, false)).headers.get("cache-status")).toBe("scoregraph; hit");
});

scaled("a query that was sent to one process is known to the others by its hash", async () => {
  const query = "query Persisted { benchmarks { totalCount } }";
  const sha256Hash = createHash("sha256").update(query).digest("hex");
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  const [one, other] = services;
  expect((await post(other.url, { extensions })).errors[0].extensions.code).toBe("PERSISTED_QUERY_NOT_FOUND");
  const answer = await post(one.url, { query, extensions });
  expect(answer.data.benchmarks.totalCount).toBeGreaterThan(0);
  await sleep(100);
  expect((await post(other.url, { extensions })).data).toEqual(answer.data);
});

scaled("what a client spends at one process it has spent at all", async () => {
  const left = async ({ url }: ServiceProcess) => {
    const { headers } = await post(url, { query: "{ __typename }" });
    return Number(/r=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1]);
  };
  const [one, other] = services;
  const before = await left(one);
  expect(await left(other)).toBeLessThan(before);
});

scaled("after an import both processes answer from it at once", async () => {
  for (let i = 0; i < 3; i += 1) {
    const newest = await write();
    for (const answer of await Promise.all(services.map((service) => ask(service))))
      expectNewest(answer, newest);
    for (const answer of await Promise.all(services.map((service) => ask(service, false)))) {
      expectNewest(answer, newest);
    }
  }
});

scaled("while the replica is behind, no answer is old", async () => {
  await servers.replica.run("SELECT pg_wal_replay_pause()");
  for (let i = 0; i < 3; i += 1) {
    const newest = await write();
    for (let times = 0; times < 5; times += 1) {
      for (const service of services) expectNewest(await ask(service, times % 2 === 0), newest);
    }
  }
  await servers.replica.run("SELECT pg_wal_replay_resume()");
  await servers.caughtUp();
});

scaled("when the replica is killed, all answers stay right", async () => {
  const newest = await write();
  await servers.caughtUp();
  const answers = await asking(() => servers.replica.kill());
  expect(answers.length).toBeGreaterThan(10);
  for (const answer of answers) expectNewest(answer, newest);
  for (const service of services) await said(service, "A read replica cannot be used");
  const later = await write();
  for (const service of services) expectNewest(await ask(service), later);
});

scaled("when Redis stands still, nobody waits for it", async () => {
  const [one] = services;
  await ask(one);
  redis.freeze();
  expect(await slowest(one, 20)).toBeLessThan(1_000);
  await said(one, "Redis cannot be used");
  redis.thaw();
});

scaled("when Redis is killed too, all answers stay right, and it is said once", async () => {
  for (const service of services) {
    const times = (text: string) => service.log().split(text).length;
    for (let tries = 0; times("Redis is used") === times("Redis cannot be used"); tries += 1) {
      if (tries > 200) throw new Error(service.log());
      await ask(service);
      await sleep(100);
    }
  }
  const before = services.map(({ log }) => log().split("Redis cannot be used").length);
  const newest = await write();
  const answers = await asking(() => redis.kill());
  expect(answers.length).toBeGreaterThan(10);
  for (const answer of answers) expectNewest(answer, newest);
  const later = await write();
  for (const service of services) expectNewest(await ask(service), later);
  expect(services.map(({ log }) => log().split("Redis cannot be used").length)).toEqual(
    before.map((n) => n + 1),
  );
  for (const { log } of services) expect(log()).not.toMatch(/Internal error|ERROR/);
});
