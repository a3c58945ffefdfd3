import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../src/db/embedded";

/** A Postgres that a test may stop and start again, with its data, at the same address. */
export interface OwnPostgres {
  url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Makes every process of the server stand still, and go on. */
  freeze(): void;
  thaw(): void;
  /** Connections of the service that are open. */
  connections(): Promise<number>;
  remove(): Promise<void>;
}

/** Starts one in a folder of its own, or in the given one. */
export async function startOwnPostgres(folder?: string): Promise<OwnPostgres> {
  const dataFolder = folder ?? reachableFolder("scoregraph-fault-");
  let server: EmbeddedPostgres = await startEmbeddedPostgres({ dataFolder });
  const { url } = server;
  const port = Number(new URL(url).port);
  const signal = (name: NodeJS.Signals) => {
    for (const pid of processesOf(url)) process.kill(pid, name);
  };
  return {
    url,
    stop: () => server.stop(),
    async start() {
      server = await startEmbeddedPostgres({ dataFolder, port });
    },
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
    async connections() {
      const client = new Client(url);
      await client.connect();
      try {
        const { rows } = await client.query(
          "SELECT count(*)::int AS open FROM pg_stat_activity WHERE application_name = 'scoregraph'",
        );
        return rows[0].open;
      } finally {
        await client.end();
      }
    },
    async remove() {
      await server.stop();
      if (!folder) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A new folder that the user of Postgres can reach too, so that the cluster lies in it and goes with it. */
export function reachableFolder(prefix: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  chmodSync(folder, 0o755);
  return folder;
}

/** The server and all that it has started, found by the port that it was started with. */
function processesOf(url: string): number[] {
  const port = new URL(url).port;
  const all = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  const rows = all.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)).filter((row) => row !== null);
  const main = rows.find(([, , , args]) => args.includes(`port=${port} `) && args.includes("postgres"));
  if (!main) throw new Error(`no server on port ${port}`);
  return rows.filter(([, pid, ppid]) => pid === main[1] || ppid === main[1]).map(([, pid]) => Number(pid));
}

/** Memory of a process, in megabytes. */
export function megabytesOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}
