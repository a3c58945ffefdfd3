import { Client } from "pg";
import { type Asked, checkAnswers } from "./check/check-answers";
import { prepareDatabase } from "./data/database";
import { CONNECTIONS } from "./measure/load";
import { residentMegabytes } from "./measure/processes";
import { requestsFor, send } from "./measure/requests";
import { measureRounds, type Round } from "./measure/rounds";
import { StatementWatch } from "./measure/statements";
import type { Options } from "./options";
import {
  type ContestantName,
  commandOf,
  hasAnswerCache,
  type ServerName,
  serverOf,
} from "./servers/contestants";
import type { BenchPostgres } from "./servers/postgres";
import { type RunningServer, startServer } from "./servers/start-server";
import { SIZES, type SizeName } from "./sizes";
import { workloads } from "./workloads";
import type { Json, Sql, Workload } from "./workloads/workload";

/** With a warm cache few variants are asked, again and again. */
const CACHED_VARIANTS = 32;
const STATEMENT_RUNS = 5;

export interface WorkloadResult {
  id: string;
  title: string;
  /** Where answers differ; nothing is measured then. */
  wrong: string[];
  /** The SQL that each contestant sends for one request. */
  statements: Map<ContestantName, string[]>;
  rounds: Map<ContestantName, Round[]>;
}

export interface SizeResult {
  size: SizeName;
  workloads: WorkloadResult[];
  /** Most memory that each server held after a round, in megabytes. */
  memory: Map<ServerName, number>;
}

/** Measures all wanted workloads on data of one size. */
export async function runSize(
  postgres: BenchPostgres,
  options: Options,
  size: SizeName,
  say: (line: string) => void,
): Promise<SizeResult> {
  const { seed, fresh } = options;
  const databaseUrl = await prepareDatabase(postgres.url, { size: SIZES[size], seed, fresh, say });
  const contestants = options.contestants.filter((name) => name !== "ours-cached" || hasAnswerCache());
  const servers = new Map<ServerName, RunningServer>();
  const client = new Client({ connectionString: databaseUrl, application_name: "bench" });
  await client.connect();
  const watch = await StatementWatch.open(postgres, databaseUrl);
  const result: SizeResult = { size, workloads: [], memory: new Map() };
  try {
    for (const name of new Set(contestants.map(serverOf))) {
      servers.set(name, await startServer(name, commandOf(name, databaseUrl, CONNECTIONS)));
    }
    const sql: Sql = async (text, values) => (await client.query(text, values)).rows as Json[];
    const [{ pid }] = await sql<{ pid: string }>(
      "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid",
    );
    const run = { options, contestants, servers, sql, watch, postgresPid: Number(pid), say };
    for (const workload of workloads) {
      if (!options.only.includes(workload.id)) continue;
      result.workloads.push(await runWorkload(run, workload));
      for (const [name, server] of servers) {
        const most = Math.max(result.memory.get(name) ?? 0, residentMegabytes(server.pid));
        result.memory.set(name, most);
      }
    }
    return result;
  } finally {
    for (const server of servers.values()) await server.stop();
    await watch.close();
    await client.end();
  }
}

interface Run {
  options: Options;
  contestants: ContestantName[];
  servers: Map<ServerName, RunningServer>;
  sql: Sql;
  watch: StatementWatch;
  postgresPid: number;
  say: (line: string) => void;
}

async function runWorkload(run: Run, workload: Workload): Promise<WorkloadResult> {
  const variants = await workload.variants(run.sql);
  const asked: Asked[] = [];
  for (const name of run.contestants) {
    const { url } = serverFor(run, name);
    const requests = await requestsFor(name, workload, variants, url);
    if (requests) asked.push({ name, url, requests });
  }
  // What others are held against is the floor, whose SQL is easiest to read.
  asked.sort((a, b) => Number(b.name === "floor") - Number(a.name === "floor"));
  const wrong = await checkAnswers(workload.id, asked, variants);
  const statements = new Map<ContestantName, string[]>();
  for (const one of asked) statements.set(one.name, await fewestStatements(run.watch, one));
  const racers = asked.map(({ name, url, requests }) => ({
    name,
    url,
    pid: serverFor(run, name).pid,
    bodies: name === "ours-cached" ? requests.bodies.slice(0, CACHED_VARIANTS) : requests.bodies,
  }));
  const { rounds, seconds } = run.options;
  run.say(`${workload.id}: ${wrong[0] ?? "the answers are the same; measuring …"}`);
  return {
    id: workload.id,
    title: workload.title,
    wrong,
    statements,
    rounds: wrong.length
      ? new Map()
      : await measureRounds(racers, { rounds, seconds, postgresPid: run.postgresPid }),
  };
}

function serverFor({ servers }: Run, name: ContestantName): RunningServer {
  return servers.get(serverOf(name)) as RunningServer;
}

/** Statements can meet in one batch or miss each other: of several runs the one with the fewest tells what is needed. */
async function fewestStatements(watch: StatementWatch, { url, requests }: Asked): Promise<string[]> {
  let fewest: string[] | null = null;
  for (let i = 0; i < STATEMENT_RUNS; i += 1) {
    const body = requests.bodies[i % requests.bodies.length];
    const sent = await watch.during(() => send(url, body));
    if (!fewest || sent.length < fewest.length) fewest = sent;
  }
  return fewest ?? [];
}
