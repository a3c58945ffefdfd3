import { type Asked, checkAnswers } from "./check/check-answers";
import { requestsFor, send } from "./measure/requests";
import { measureRounds, type Round } from "./measure/rounds";
import { settle } from "./measure/settle";
import type { StatementWatch } from "./measure/statements";
import type { Options } from "./options";
import { type ContestantName, type ServerName, serverOf } from "./servers/contestants";
import type { RunningServer } from "./servers/start-server";
import type { Sql, Workload } from "./workloads/workload";

/** With a warm cache few variants are asked, again and again. */
const CACHED_VARIANTS = 32;
/** How often statements are counted. */
const COUNTED = { variants: 4, runs: 3 };

export interface WorkloadResult {
  id: string;
  title: string;
  /** Where answers differ; nothing is measured then. */
  wrong: string[];
  /** The SQL that each contestant sends for one request. */
  statements: Map<ContestantName, string[]>;
  rounds: Map<ContestantName, Round[]>;
  /** Why a contestant could not be measured. */
  failed: Map<ContestantName, string>;
}

/** What all workloads of one size are measured with. */
export interface Run {
  options: Options;
  contestants: ContestantName[];
  servers: Map<ServerName, RunningServer>;
  sql: Sql;
  watch: StatementWatch;
  postgresPid: number;
  say: (line: string) => void;
}

/** Asks all contestants the same, checks that they answer the same, and measures how fast. */
export async function runWorkload(run: Run, workload: Workload): Promise<WorkloadResult> {
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
  for (const one of asked) statements.set(one.name, await statementsOf(run.watch, one));
  const racers = asked.map(({ name, url, requests }) => ({
    name,
    url,
    pid: serverFor(run, name).pid,
    bodies: name === "ours-cached" ? requests.bodies.slice(0, CACHED_VARIANTS) : requests.bodies,
  }));
  const { rounds, seconds } = run.options;
  run.say(`${workload.id}: ${wrong[0] ?? "the answers are the same; measuring …"}`);
  const measured = wrong.length
    ? { rounds: new Map(), failed: new Map() }
    : await measureRounds(racers, {
        rounds,
        seconds,
        postgresPid: run.postgresPid,
        settle: () => settle(run.sql),
      });
  return {
    id: workload.id,
    title: workload.title,
    wrong,
    statements,
    ...measured,
  };
}

function serverFor({ servers }: Run, name: ContestantName): RunningServer {
  return servers.get(serverOf(name)) as RunningServer;
}

/**
 * The statements of the variant that needs most. Statements can meet in one batch or miss each other: of several runs of
 * a variant, the one with the fewest tells what it needs.
 */
async function statementsOf(watch: StatementWatch, { url, requests }: Asked): Promise<string[]> {
  const step = Math.ceil(requests.bodies.length / COUNTED.variants);
  const variants = requests.bodies.filter((_, i) => i % step === 0);
  const asked = variants.flatMap((body) => Array.from({ length: COUNTED.runs }, () => () => send(url, body)));
  const sent = await watch.during(asked);
  const fewest = variants.map((_, i) => shortest(sent.slice(i * COUNTED.runs, (i + 1) * COUNTED.runs)));
  return fewest.reduce((most, texts) => (texts.length > most.length ? texts : most));
}

function shortest(lists: string[][]): string[] {
  return lists.reduce((least, list) => (list.length < least.length ? list : least));
}
