import type { ContestantName } from "../servers/contestants";
import { CONNECTIONS, type Load, load } from "./load";
import { cpuSeconds, familyCpuSeconds } from "./processes";

/** One round of one contestant: what it answered, and what CPU an answer took. */
export interface Round extends Load {
  /** Milliseconds of CPU of the server for each request. */
  cpu: number;
  /** The same of Postgres. */
  postgresCpu: number;
}

export interface Racer {
  name: ContestantName;
  url: string;
  pid: number;
  bodies: string[];
}

/** What the rounds gave: of a contestant that failed under load, the reason. */
export interface RoundsResult {
  rounds: Map<ContestantName, Round[]>;
  failed: Map<ContestantName, string>;
}

export interface RoundsOptions {
  rounds: number;
  seconds: number;
  postgresPid: number;
  /** Waits until nothing is left of the requests that were under way when a load ended. */
  settle: () => Promise<void>;
}

/** What a server gets to warm up for a workload, and what it gets before each later round, in seconds. */
const WARM_UP = { first: 2, later: 0.3, longest: 60 };

/** A round lasts as long as so many requests after each other, for those under way at its end are not counted. */
const LEAST_IN_A_ROW = 6;

/**
 * Measures contestants in turn, round by round, so that what else happens on the machine meets all of them. In each
 * round another one begins.
 */
export async function measureRounds(
  racers: Racer[],
  { rounds, seconds, postgresPid, settle }: RoundsOptions,
): Promise<RoundsResult> {
  const results = new Map<ContestantName, Round[]>(racers.map(({ name }) => [name, []]));
  const failed = new Map<ContestantName, string>();
  for (let round = 0; round < rounds; round += 1) {
    for (let place = 0; place < racers.length; place += 1) {
      const racer = racers[(place + round) % racers.length];
      if (failed.has(racer.name)) continue;
      try {
        const usual = await warmUp(racer, round === 0 ? Math.min(WARM_UP.first, seconds) : WARM_UP.later);
        await settle();
        const length = Math.max(seconds, (LEAST_IN_A_ROW * usual) / 1_000);
        results.get(racer.name)?.push(await measureOne(racer, length, postgresPid));
      } catch (error) {
        failed.set(racer.name, (error as Error).message);
      }
      await settle();
    }
  }
  return { rounds: results, failed };
}

/** Gives how many milliseconds a request usually takes. */
async function warmUp(racer: Racer, seconds: number): Promise<number> {
  const { requests, p50 } = await load(racer.url, racer.bodies, seconds);
  if (requests >= CONNECTIONS) return p50;
  if (seconds > WARM_UP.longest) throw new Error(`only ${requests} answers in ${seconds} s`);
  return warmUp(racer, seconds * 3);
}

async function measureOne({ url, pid, bodies }: Racer, seconds: number, postgresPid: number): Promise<Round> {
  const before = [cpuSeconds(pid), familyCpuSeconds(postgresPid)];
  const result = await load(url, bodies, seconds);
  const after = [cpuSeconds(pid), familyCpuSeconds(postgresPid)];
  const perRequest = (i: number) => ((after[i] - before[i]) * 1_000) / result.requests;
  return { ...result, cpu: perRequest(0), postgresCpu: perRequest(1) };
}
