import { Client } from "pg";
import { prepareDatabase } from "./data/database";
import { CONNECTIONS } from "./measure/load";
import { residentMegabytes } from "./measure/processes";
import { StatementWatch } from "./measure/statements";
import type { Options } from "./options";
import { type Run, runWorkload, type WorkloadResult } from "./run-workload";
import { commandOf, hasAnswerCache, type ServerName, serverOf } from "./servers/contestants";
import type { BenchPostgres } from "./servers/postgres";
import { type RunningServer, startServer } from "./servers/start-server";
import { SIZES, type SizeName } from "./sizes";
import { workloads } from "./workloads";
import type { Json, Sql } from "./workloads/workload";

export interface SizeResult {
  size: SizeName;
  /** How much data that is, in words. */
  what: string;
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
  const result: SizeResult = { size, what: "", workloads: [], memory: new Map() };
  try {
    for (const name of new Set(contestants.map(serverOf))) {
      servers.set(name, await startServer(name, commandOf(name, databaseUrl, CONNECTIONS)));
    }
    const sql: Sql = async (text, values) => (await client.query(text, values)).rows as Json[];
    const [{ pid }] = await sql<{ pid: string }>(
      "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid",
    );
    result.what = await describeData(sql, size);
    const run: Run = { options, contestants, servers, sql, watch, postgresPid: Number(pid), say };
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

async function describeData(sql: Sql, size: SizeName): Promise<string> {
  const [counts] = await sql<Record<string, string>>(
    `SELECT (SELECT count(*) FROM submission) AS submissions, (SELECT count(*) FROM score) AS scores,
       (SELECT max(total) FROM floor.split_total) AS most`,
  );
  const [submissions, scores, most] = [counts.submissions, counts.scores, counts.most].map((count) =>
    Number(count).toLocaleString("en-US"),
  );
  return `Size ${size}: ${submissions} submissions, ${scores} scores, ${most} of them on the largest split`;
}
