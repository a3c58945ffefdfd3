import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { type Account, chooseAccount } from "../../src/db/embedded/account";
import { prepareBinaries } from "../../src/db/embedded/binaries";
import { sharedPlace } from "../../src/db/embedded/shared-place";
import { databaseAt } from "./test-database";

/** Streaming begins soon after a replica has started, and WAL is kept until a replica that was away has it. */
const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "fsync=off",
  "max_connections=100",
  "wal_keep_size=256MB",
  "wal_retrieve_retry_interval=100ms",
];

/** A server that a test may kill and start again. */
export class TestPostgres {
  private child: ChildProcess | undefined;

  constructor(
    private readonly program: string,
    private readonly folder: string,
    private readonly account: Account,
    readonly port: number,
  ) {}

  get url(): string {
    return `postgres://scoregraph@127.0.0.1:${this.port}/scoregraph`;
  }

  /** Starts it, and waits until it answers. */
  async start(): Promise<void> {
    const settings = [...SETTINGS, `port=${this.port}`].flatMap((setting) => ["-c", setting]);
    const args = ["-D", this.folder, ...settings];
    this.child = spawn(this.program, args, {
      ...this.account,
      cwd: "/",
      env: { LC_ALL: "C" },
      stdio: "ignore",
    });
    for (const end = Date.now() + 30_000; ; await sleep(20)) {
      try {
        await this.run("SELECT", "postgres");
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
      }
    }
  }

  /** Ends it at once, as a machine that fails does. */
  async kill(signal: "SIGQUIT" | "SIGSTOP" | "SIGCONT" = "SIGQUIT"): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    if (signal === "SIGQUIT") await ended;
  }

  /** Runs statements over a connection of their own. */
  async run(statement: string, database = "scoregraph"): Promise<Record<string, unknown>[]> {
    const connection = new Client(databaseAt(this.url, database));
    await connection.connect();
    try {
      return (await connection.query(statement)).rows;
    } finally {
      await connection.end();
    }
  }
}

/** A primary, and a replica that follows it by streaming. */
export interface ReplicatedPostgres {
  primary: TestPostgres;
  replica: TestPostgres;
  /** Waits until the replica has all that the primary has. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts both, with an empty database; `bin` holds the programs, those of the embedded Postgres if not given. */
export async function startReplicated(bin?: string): Promise<ReplicatedPostgres> {
  const account = chooseAccount();
  const { initdb, postgres } = bin
    ? { initdb: path.join(bin, "initdb"), postgres: path.join(bin, "postgres") }
    : prepareBinaries(account, sharedPlace);
  const home = mkdtempSync(path.join(tmpdir(), "scoregraph-replicated-"));
  if (account.uid !== undefined && account.gid !== undefined) chownSync(home, account.uid, account.gid);
  const run = (command: string, args: string[]) =>
    execFileSync(command, args, {
      ...account,
      cwd: "/",
      env: { LC_ALL: "C", PATH: process.env.PATH },
      stdio: "pipe",
    });
  const [mine, copy] = ["primary", "replica"].map((name) => path.join(home, name));
  run(initdb, ["-D", mine, "-U", "scoregraph", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]);
  // Nothing was written yet, so that a copy of the files is where a replica can begin.
  run("cp", ["-a", mine, copy]);
  const primary = new TestPostgres(postgres, mine, account, await freePort());
  const replica = new TestPostgres(postgres, copy, account, await freePort());
  const source = `host=127.0.0.1 port=${primary.port} user=scoregraph`;
  appendFileSync(path.join(copy, "postgresql.conf"), `primary_conninfo = '${source}'\n`);
  writeFileSync(path.join(copy, "standby.signal"), "");
  const stop = async () => {
    await replica.kill();
    await primary.kill();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await primary.start();
    await replica.start();
    await primary.run("CREATE DATABASE scoregraph", "postgres");
  } catch (error) {
    await stop();
    throw error;
  }
  const caughtUp = async () => {
    const [{ lsn }] = await primary.run("SELECT pg_current_wal_lsn()::text AS lsn", "postgres");
    const reached = `SELECT pg_last_wal_replay_lsn() >= '${lsn}' AS reached`;
    for (const end = Date.now() + 20_000; Date.now() < end; await sleep(10)) {
      const [found] = await replica.run(reached, "postgres");
      if (found.reached) return;
    }
    throw new Error("the replica did not catch up");
  };
  return { primary, replica, caughtUp, stop };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
