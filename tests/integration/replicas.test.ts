import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { DataSource } from "typeorm";
import { lineLog } from "../../src/common/log";
import { poolOf } from "../../src/db/database";
import { migrate } from "../../src/db/migrate";
import { PreparingDatabase } from "../../src/db/preparing-database";
import { PlacedDatabase } from "../../src/db/replicas/placed-database";
import { sql } from "../../src/db/sql";
import { contextsOf } from "../../src/graph/context";
import { followRevision } from "../../src/graph/data-revision";
import { createDataSource } from "../../src/graph/data-source";
import { useReplicas } from "../../src/graph/read-replicas";
import { createSchema } from "../../src/graph/schema";
import { loadRecords } from "../../src/importers/load";
import { createGraphQLServer } from "../../src/server/graphql-server";
import { leaderboard, records, score, submission } from "../support/factories";
import { type ReplicatedPostgres, startReplicated, type TestPostgres } from "../support/replicated-postgres";
import { databaseAt, SERVER_VARIABLE } from "../support/test-database";

const schema = createSchema();

let servers: ReplicatedPostgres;
let dataSource: DataSource;

beforeAll(async () => {
  servers = await startReplicated();
  dataSource = await createDataSource({ url: servers.primary.url, poolSize: 4 }).initialize();
  await migrate(dataSource);
  const scores = [score("one", "board", { a: "1" })];
  await loadRecords(
    dataSource,
    records({ ...leaderboard("board"), submissions: [submission("One")], scores }),
  );
});
afterAll(async () => {
  await dataSource?.destroy();
  await servers?.stop();
});

// The one may be known from earlier requests, the other is read by each.
const BOARD = '{ leaderboard(ref: "board") { name } leaderboards { nodes { name } } }';

/** The service over primary and replica, without HTTP; waits until the replica is used. */
async function startService({ urls = [servers.replica.url], isUsed = true } = {}) {
  const lines: string[] = [];
  const log = lineLog((line) => lines.push(line));
  const revision = followRevision(dataSource, log);
  const settings = { urls, log, poolSize: 4, statementTimeoutMs: 5_000 };
  const replicas = useReplicas(dataSource, revision, settings);
  const createContext = contextsOf(dataSource, () => revision.read(), replicas);
  const server = createGraphQLServer({ schema, createContext: () => createContext(), log });
  const said = async (text: string, times = 1) => {
    for (const end = Date.now() + 10_000; Date.now() < end; await sleep(5)) {
      if (lines.filter((line) => line.includes(text)).length >= times) return;
    }
    throw new Error(`not said: ${text}; but:\n${lines.join("")}`);
  };
  if (isUsed) await said("A read replica is used.");
  return {
    lines,
    said,
    replicas,
    revision,
    async name() {
      const { data, errors } = await server.executeOperation({ query: BOARD });
      expect(errors).toBeUndefined();
      const { leaderboard, leaderboards } = data as Record<
        string,
        { name: string; nodes: { name: string }[] }
      >;
      expect(leaderboards.nodes).toEqual([{ name: leaderboard.name }]);
      return leaderboard.name;
    },
    async close() {
      await server.stop();
      await replicas.close();
      await revision.close();
    },
  };
}

let service: Awaited<ReturnType<typeof startService>> | undefined;
afterEach(async () => {
  await service?.close();
  service = undefined;
});

const rename = (name: string) =>
  dataSource.query("UPDATE leaderboard SET name = $1 WHERE slug = 'board'", [name]);

/**
 * Renames so that the new name is committed and sent to the replica, and waits to be shown until a server has it that
 * never comes. The servers hear of that setting after a while: until then, what was shown is taken back.
 */
async function writeUnshown(client: Client, name: string): Promise<{ end: Promise<unknown> }> {
  const set = "UPDATE leaderboard SET name = $1 WHERE slug = 'board'";
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    let isShown = false;
    const writing = client.query(set, [name]).then(() => {
      isShown = true;
    });
    while (!isShown) {
      const [row] = await servers.primary.run(
        "SELECT count(*)::integer AS waits FROM pg_stat_activity WHERE wait_event = 'SyncRep'",
      );
      if (Number(row.waits) > 0) return { end: writing };
    }
    await client.query("BEGIN");
    await client.query("SET LOCAL synchronous_commit = local");
    await client.query(set, ["shown"]);
    await client.query("COMMIT");
  }
  throw new Error("every write is shown at once");
}

const READS = `SELECT max(query_start)::text AS last FROM pg_stat_activity
  WHERE application_name = 'scoregraph' AND query ~ '^\\s*(SELECT|WITH)' AND query !~ 'data_revision|pg_'`;

/** The servers that answered what was asked meanwhile. */
async function readFrom(act: () => Promise<unknown>): Promise<string[]> {
  const last = (server: TestPostgres) => server.run(READS).then(([row]) => row.last);
  const before = [await last(servers.primary), await last(servers.replica)];
  await act();
  const after = [await last(servers.primary), await last(servers.replica)];
  return ["primary", "replica"].filter((_, i) => after[i] !== before[i]);
}

/** Asks until the replica answers. */
async function untilReplicaAnswers(ask: () => Promise<unknown>): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    if ((await readFrom(ask)).includes("replica")) return;
  }
  throw new Error("the replica does not answer");
}

it("reads from the replica what it has, and only from there", async () => {
  service = await startService();
  const { name } = service;
  await rename("known to both");
  await untilReplicaAnswers(name);
  expect(await readFrom(name)).toEqual(["replica"]);
  expect(await name()).toBe("known to both");
});

it("never tells what is old while the replica is behind, and returns to it when it has caught up", async () => {
  service = await startService();
  const { name } = service;
  await untilReplicaAnswers(name);
  await servers.replica.run("SELECT pg_wal_replay_pause()");
  try {
    for (const next of ["first", "second", "third"]) {
      await rename(next);
      const names: string[] = [];
      expect(await readFrom(async () => names.push(await name(), await name()))).toEqual(["primary"]);
      expect(names).toEqual([next, next]);
    }
  } finally {
    await servers.replica.run("SELECT pg_wal_replay_resume()");
  }
  await untilReplicaAnswers(name);
  expect(await name()).toBe("third");
});

it("keeps up with many writes: each is seen by whoever asks after it", async () => {
  service = await startService();
  for (let i = 0; i < 100; i += 1) {
    await rename(`name ${i}`);
    const names = await Promise.all([service.name(), service.name()]);
    expect(names).toEqual([`name ${i}`, `name ${i}`]);
    if (i % 10 === 0) await servers.caughtUp();
  }
});

it("does not tell what the primary does not show yet, and keeps nothing of it for others", async () => {
  service = await startService();
  const { name } = service;
  await rename("shown");
  await untilReplicaAnswers(name);
  const client = new Client(servers.primary.url);
  await client.connect();
  await servers.primary.run("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
  await servers.primary.run("SELECT pg_reload_conf()");
  const writing = await writeUnshown(client, "ahead");
  try {
    await eventually(async () => {
      const [row] = await servers.replica.run("SELECT name FROM leaderboard WHERE slug = 'board'");
      expect(row.name).toBe("ahead");
    });
    for (let i = 0; i < 3; i += 1) expect(await name()).toBe("shown");
  } finally {
    await servers.primary.run("ALTER SYSTEM RESET synchronous_standby_names");
    await servers.primary.run("SELECT pg_reload_conf()");
    await writing.end;
    await client.end();
  }
  expect(await name()).toBe("ahead");
  await untilReplicaAnswers(name);
});

it("goes on at the primary when the replica is killed, and returns when it is there again", async () => {
  service = await startService();
  const { name, said } = service;
  await untilReplicaAnswers(name);
  const asking = Promise.all(Array.from({ length: 40 }, () => sleep(Math.random() * 40).then(name)));
  await servers.replica.kill();
  await asking;
  await name();
  await said("A read replica cannot be used; the primary answers.");
  await rename("written without replica");
  expect(await name()).toBe("written without replica");
  await servers.replica.start();
  await said("A read replica is used.", 2);
  await servers.caughtUp();
  await untilReplicaAnswers(name);
  expect(await name()).toBe("written without replica");
  expect(service.lines.filter((line) => line.includes("cannot be used"))).toHaveLength(1);
});

it("goes on at the primary when the replica stands still", async () => {
  service = await startService();
  const { name, said } = service;
  await untilReplicaAnswers(name);
  const backends = await servers.replica.run(
    "SELECT pid FROM pg_stat_activity WHERE application_name = 'scoregraph'",
  );
  const all = (signal: NodeJS.Signals) => {
    for (const { pid } of backends) process.kill(Number(pid), signal);
  };
  all("SIGSTOP");
  try {
    const names = await Promise.all([name(), name(), name()]);
    expect(new Set(names).size).toBe(1);
    await said("cannot be used");
  } finally {
    all("SIGCONT");
  }
});

it("asks the primary what the replica had to cancel so that it can follow", async () => {
  service = await startService();
  await untilReplicaAnswers(service.name);
  await servers.replica.run("ALTER SYSTEM SET max_standby_streaming_delay = 0");
  await servers.replica.run("SELECT pg_reload_conf()");
  const db = new PlacedDatabase(
    poolOf(dataSource),
    service.replicas,
    () => servedRevision(),
    (pool) => new PreparingDatabase(pool),
  );
  const servedRevision = () => (service as { revision: { read(): Promise<string> } }).revision.read();
  const reading = db.rows<{ replays: boolean }>(sql`
    SELECT pg_is_in_recovery() AS replays, count(pg_sleep(CASE WHEN pg_is_in_recovery() THEN 4 ELSE 0 END))
    FROM leaderboard`);
  await eventually(async () => {
    expect(
      await servers.replica.run("SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep'"),
    ).toHaveLength(1);
  });
  await dataSource.query("ALTER TABLE leaderboard ADD COLUMN only_for_a_test int");
  await dataSource.query("ALTER TABLE leaderboard DROP COLUMN only_for_a_test");
  expect(await reading).toEqual([expect.objectContaining({ replays: false })]);
  expect(service.lines.join("")).not.toContain("cannot be used");
  await servers.replica.run("ALTER SYSTEM RESET max_standby_streaming_delay");
  await servers.replica.run("SELECT pg_reload_conf()");
});

it.each([
  [
    "another server",
    () => databaseAt(process.env[SERVER_VARIABLE] as string, "postgres"),
    "another database",
  ],
  ["the primary itself", () => servers.primary.url, "takes writes itself"],
  ["nobody", () => "postgres://me:hunter2@127.0.0.1:1/scoregraph", "ECONNREFUSED"],
])("takes %s for no replica, says so without secrets, and answers", async (_, url, reason) => {
  service = await startService({ urls: [url()], isUsed: false });
  await service.said(reason);
  expect(await readFrom(service.name)).toEqual(["primary"]);
  expect(service.lines.join("")).not.toContain("hunter2");
  expect(service.lines.join("")).not.toContain(new URL(url()).password || "hunter2");
});

async function eventually(check: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + 10_000; ; await sleep(20)) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
