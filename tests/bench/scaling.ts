import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { hasRedis, TestRedis } from "../support/redis-server";
import { startReplicated } from "../support/replicated-postgres";
import { cpuSeconds } from "./measure/processes";
import { type RunningServer, startServer } from "./servers/start-server";

/** Measures what a replica and a Redis cost and bring, on this machine alone: npm run bench:scaling. */

const QUERY = `query Q($n: Int!) { leaderboard(ref: "megaface-identification") { name
  ranking(first: $n) { totalCount nodes { overallRank score { reported } submission { name } } } } }`;
const CONNECTIONS = 16;
const ROUND_MS = 4_000;

const running: RunningServer[] = [];

async function serve(env: Record<string, string>): Promise<RunningServer> {
  const main = path.join(__dirname, "../../src/cli/main.js");
  const settings = { PORT: "0", ...env };
  const server = await startServer("the service", {
    command: process.execPath,
    args: [main, "serve"],
    env: settings,
  });
  running.push(server);
  return server;
}

async function ask({ url }: RunningServer, n: number): Promise<string | null> {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ query: QUERY, variables: { n } });
  const response = await fetch(url, { method: "POST", headers, body });
  if (response.status !== 200 || (await response.text()).includes('"errors"'))
    throw new Error("a wrong answer");
  return response.headers.get("cache-status");
}

/** Asks over several connections for a while. */
async function load(service: RunningServer, ms: number) {
  const times: number[] = [];
  const cpu = cpuSeconds(service.pid);
  const end = performance.now() + ms;
  const one = async () => {
    while (performance.now() < end) {
      const begun = performance.now();
      await ask(service, 20);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  return { times, cpu: cpuSeconds(service.pid) - cpu };
}

/** Milliseconds of each of some requests, one after the other. */
async function each(service: RunningServer, numbers: readonly number[], status: string): Promise<number[]> {
  const times: number[] = [];
  for (const n of numbers) {
    const begun = performance.now();
    const how = await ask(service, n);
    times.push(performance.now() - begun);
    if (!how?.includes(status)) throw new Error(`${how}, not ${status}`);
  }
  return times;
}

const at = (times: readonly number[], part: number) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * part)].toFixed(2);

const row = (...cells: (string | number)[]) => process.stdout.write(`| ${cells.join(" | ")} |\n`);

async function main(): Promise<void> {
  const servers = await startReplicated();
  const redis = hasRedis() ? await TestRedis.start() : undefined;
  try {
    const primary = { DATABASE_URL: servers.primary.url, ANSWER_CACHE_MB: "0" };
    const alone = await serve(primary);
    await servers.caughtUp();
    const replicated = await serve({ ...primary, DATABASE_REPLICA_URLS: servers.replica.url });
    while (!replicated.output().includes("A read replica is used")) await sleep(20);
    const cases: [string, RunningServer, number[], number][] = [
      ["primary alone", alone, [], 0],
      ["primary and replica", replicated, [], 0],
    ];
    for (let round = 0; round < 4; round += 1) {
      for (const one of cases) {
        const { times, cpu } = await load(one[1], round === 0 ? 1_000 : ROUND_MS);
        if (round === 0) continue;
        one[2].push(...times);
        one[3] += cpu;
      }
    }
    row("executed requests", "req/s", "p50 ms", "p99 ms", "CPU ms of the process");
    for (const [name, , times, cpu] of cases) {
      const perSecond = Math.round(times.length / ((3 * ROUND_MS) / 1_000));
      row(name, perSecond, at(times, 0.5), at(times, 0.99), ((cpu * 1_000) / times.length).toFixed(2));
    }
    const killed = load(replicated, 3_000);
    await sleep(1_000);
    await servers.replica.kill();
    const { times } = await killed;
    row(
      "while the replica is killed",
      "",
      at(times, 0.5),
      at(times, 0.99),
      `longest ${Math.max(...times).toFixed(0)} ms`,
    );
    if (redis) await measureRedis(servers.primary.url, redis);
  } finally {
    for (const server of running) await server.stop();
    await redis?.kill();
    await servers.stop();
  }
}

async function measureRedis(url: string, redis: TestRedis): Promise<void> {
  const env = { DATABASE_URL: url, REDIS_URL: redis.url };
  const [first, second] = [await serve(env), await serve(env)];
  const numbers = Array.from({ length: 60 }, (_, i) => i + 1);
  await each(first, [100], "fwd=miss");
  await each(second, [99], "fwd=miss");
  const executed = await each(first, numbers, "fwd=miss");
  await sleep(200);
  const shared = await each(second, numbers, "detail=shared");
  const own = await each(second, numbers, "hit");
  redis.freeze();
  const frozen = await each(
    second,
    numbers.map((n) => n + 101),
    "fwd=miss",
  );
  redis.thaw();
  row("one request at a time", "p50 ms", "longest ms");
  for (const [name, times] of Object.entries({
    executed,
    shared,
    own,
    "executed, Redis stands still": frozen,
  })) {
    row(name, at(times, 0.5), Math.max(...times).toFixed(1));
  }
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
