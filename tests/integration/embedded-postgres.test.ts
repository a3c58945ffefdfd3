import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../src/db/embedded";
import { findNativeFolder, prepareBinaries } from "../../src/db/embedded/binaries";
import { ensureSymlinks } from "../../src/db/embedded/symlinks";

jest.setTimeout(30_000);

const isRoot = process.getuid?.() === 0;
const settings = { fsync: "off" };
const scratch = mkdtempSync(join(tmpdir(), "scoregraph-embedded-"));
chmodSync(scratch, 0o755);
/** Used by most tests one after the other, since making a database takes a second. */
const dataFolder = join(scratch, "project", ".scoregraph");
const running: EmbeddedPostgres[] = [];
const children: ChildProcess[] = [];

async function start(options: Partial<Parameters<typeof startEmbeddedPostgres>[0]> = {}) {
  const started = await startEmbeddedPostgres({ dataFolder, settings, ...options });
  running.push(started);
  return started;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end().catch(() => {});
  }
}

async function eventually<T>(what: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 10_000; ; await sleep(50)) {
    try {
      return await what();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** Starts the server from a process of its own and gives what that process says. */
async function startElsewhere(folder: string) {
  const script = join(__dirname, "../fixtures/embedded-postgres-owner.js");
  const child = spawn(process.execPath, [script, folder], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  const line = await new Promise<string>((resolve) =>
    child.stdout.once("data", (data) => resolve(String(data))),
  );
  return { child, said: JSON.parse(line) as { url: string; adopted: boolean; error?: string } };
}

async function killHard(child: ChildProcess): Promise<void> {
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await exited;
}

const postmasterPid = () =>
  Number(readFileSync(join(dataFolder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null && !child.killed) await killHard(child);
  for (const started of running.splice(0)) await started.stop();
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test("the first start makes a database that only this machine and the holder of its password reach", async () => {
  const { url, adopted } = await start();
  expect(adopted).toBe(false);
  expect(await ask(url, "SELECT 1")).toBe(1);
  expect(await ask(url, "SELECT current_database()")).toBe("scoregraph");
  const locale =
    "SELECT concat_ws(' ', pg_encoding_to_char(encoding), datlocprovider, datlocale) FROM pg_database";
  expect(await ask(url, `${locale} WHERE datname = 'scoregraph'`)).toBe("UTF8 b C.UTF-8");
  expect(await ask(url, "SHOW listen_addresses")).toBe("127.0.0.1");
  expect(await ask(url, "SHOW unix_socket_directories")).toBe("");
  expect(await ask(url, "SHOW fsync")).toBe("off");
  await expect(ask(url.replace(/:[^:@]+@/, ":wrong@"), "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
  expect(statSync(join(dataFolder, "postgres-password")).mode & 0o777).toBe(0o600);
  expect(readdirSync(dataFolder).sort()).toEqual(["postgres", "postgres-password", "postgres.lock"]);
});

test("data are there again after a stop, which can be asked for twice", async () => {
  const first = await start();
  await ask(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
  await Promise.all([first.stop(), first.stop()]);
  expect(existsSync(join(dataFolder, "postgres", "postmaster.pid"))).toBe(false);
  expect(existsSync(join(dataFolder, "postgres.lock"))).toBe(false);
  await expect(ask(first.url, "SELECT 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });

  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await ask(second.url, "SELECT answer FROM kept")).toBe(42);
});

test("a second start on the same folder is refused and leaves the first alone", async () => {
  const first = await start();
  await expect(start()).rejects.toThrow(`already in use by this process (${process.pid})`);
  const { said } = await startElsewhere(dataFolder);
  expect(said.error).toMatch(
    `already in use by process ${process.pid}. Stop that one, or set another data folder`,
  );
  expect(await ask(first.url, "SELECT 1")).toBe(1);
});

const hasProc = existsSync("/proc/self/stat");
(hasProc ? test : test.skip)(
  "a lock whose process number was given to another process is taken over",
  async () => {
    const { stop } = await start();
    const lock = JSON.parse(readFileSync(join(dataFolder, "postgres.lock"), "utf8")) as object;
    await stop();
    writeFileSync(join(dataFolder, "postgres.lock"), JSON.stringify({ ...lock, started: "1" }));
    expect(await ask((await start()).url, "SELECT 1")).toBe(1);
  },
);

test("a lock from another machine or container counts as long as its owner keeps touching it", async () => {
  const lock = join(dataFolder, "postgres.lock");
  writeFileSync(lock, JSON.stringify({ pid: 1, host: "elsewhere" }));
  const beat = setInterval(() => utimesSync(lock, new Date(), new Date()), 200);
  await expect(start()).rejects.toThrow("already in use by process 1 on elsewhere");
  clearInterval(beat);
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(lock, longAgo, longAgo);
  expect(await ask((await start()).url, "SELECT 1")).toBe(1);
});

test("a server whose owner was killed is adopted, and stopped in the end", async () => {
  const { child, said } = await startElsewhere(dataFolder);
  expect(said.adopted).toBe(false);
  const pid = postmasterPid();
  await killHard(child);

  const adopting = await start();
  expect(adopting).toMatchObject({ adopted: true, url: said.url });
  expect(postmasterPid()).toBe(pid);
  expect(await ask(adopting.url, "SELECT 1")).toBe(1);
  await adopting.stop();
  await expect(ask(said.url, "SELECT 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
});

test("a postmaster.pid that names a process of another program is no hindrance", async () => {
  const cluster = join(dataFolder, "postgres");
  const other = spawn("sleep", ["30"], { stdio: "ignore" });
  children.push(other);
  const file = join(cluster, "postmaster.pid");
  writeFileSync(file, `${other.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n\nready   \n`);
  if (isRoot) chmodSync(file, 0o666);
  expect((await start()).adopted).toBe(false);
});

test("a killed server comes back on the same port with what was committed", async () => {
  const logged: string[] = [];
  const reasons: string[] = [];
  const { url } = await start({
    onLog: (line) => logged.push(line),
    onExit: (reason) => reasons.push(reason),
  });
  await ask(url, "CREATE TABLE committed AS SELECT 7 AS answer");
  const pid = postmasterPid();
  process.kill(pid, "SIGKILL");
  expect(await eventually(() => ask(url, "SELECT answer FROM committed"))).toBe(7);
  expect(postmasterPid()).not.toBe(pid);
  expect(reasons).toEqual(["it was killed by SIGKILL"]);
  expect(logged).toContain("Postgres is restarted");
});

test("stopping while a killed server is being restarted leaves none running", async () => {
  const { url, stop } = await start();
  process.kill(postmasterPid(), "SIGKILL");
  await sleep(150);
  await stop();
  await sleep(300);
  await expect(ask(url, "SELECT 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
});

test("a given port is used, and one that is taken is named", async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, "127.0.0.1", () => resolve((taken.address() as { port: number }).port));
  });
  await expect(start({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken by another program`);
  await new Promise((resolve) => taken.close(resolve));
  expect((await start({ port })).url).toContain(`@127.0.0.1:${port}/scoregraph`);
});

test("a database of another major version is named and left alone", async () => {
  const folder = join(scratch, "old");
  mkdirSync(join(folder, "postgres", "global"), { recursive: true });
  writeFileSync(join(folder, "postgres", "PG_VERSION"), "15\n");
  writeFileSync(join(folder, "postgres", "global", "pg_control"), "");
  await expect(start({ dataFolder: folder })).rejects.toThrow(/made by Postgres 15, and this is Postgres 18/);
  expect(readFileSync(join(folder, "postgres", "PG_VERSION"), "utf8")).toBe("15\n");
  expect(existsSync(join(folder, "postgres.lock"))).toBe(false);
});

test("a database that was never finished is made anew, and what is not ours is kept aside", async () => {
  const folder = join(scratch, "half");
  mkdirSync(join(folder, "postgres.new-1", "data"), { recursive: true });
  writeFileSync(join(folder, "postgres.new-1", "password"), "left over");
  mkdirSync(join(folder, "postgres"));
  writeFileSync(join(folder, "postgres", "PG_VERSION"), "18\n");
  const { url } = await start({ dataFolder: folder });
  expect(await ask(url, "SELECT 1")).toBe(1);
  const names = readdirSync(folder).map((name) => name.replace(/incomplete-.*/, "incomplete"));
  expect(names.sort()).toEqual(["postgres", "postgres-password", "postgres.incomplete", "postgres.lock"]);
});

test("an unwritable place is named", async () => {
  const file = join(scratch, "file");
  writeFileSync(file, "");
  await expect(start({ dataFolder: join(file, "data") })).rejects.toThrow(
    `The data folder ${join(file, "data")} cannot be used for the embedded Postgres (ENOTDIR)`,
  );
});

test("a platform without programs is told which have some", () => {
  expect(() => findNativeFolder("sunos", "sparc")).toThrow(
    /for sunos-sparc, only for darwin-arm64.*DATABASE_URL/,
  );
});

describe("a package whose install script was not run", () => {
  const native = join(scratch, "package", "native");
  const library = (folder: string) => join(folder, "lib", "libicuuc.so.60");

  beforeAll(() => {
    const installed = findNativeFolder();
    cpSync(installed, native, { recursive: true, verbatimSymlinks: true });
    cpSync(join(dirname(installed), "package.json"), join(dirname(native), "package.json"));
  });
  beforeEach(() => {
    const links = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as { target: string }[];
    for (const { target } of links) rmSync(join(dirname(native), target), { force: true });
  });

  test("gets its links between libraries", () => {
    expect(existsSync(library(native))).toBe(false);
    expect(ensureSymlinks(native)).toBe(true);
    expect(existsSync(library(native))).toBe(true);
  });

  test("gets them only inside its own folder", () => {
    const list = join(native, "pg-symlinks.json");
    const original = readFileSync(list, "utf8");
    writeFileSync(list, JSON.stringify([{ source: "native/lib/libpq.so.5.18", target: "../outside" }]));
    ensureSymlinks(native);
    expect(() => readFileSync(join(scratch, "outside"))).toThrow("ENOENT");
    writeFileSync(list, original);
  });

  test("is copied whole if its programs cannot be run, and the copy is used again", () => {
    chmodSync(join(native, "bin", "initdb"), 0o644);
    const copies = join(scratch, "copies");
    mkdirSync(copies);
    const account = {};
    const { initdb, major } = prepareBinaries(account, () => copies, native);
    expect(major).toBe("18");
    expect(initdb.startsWith(copies)).toBe(true);
    expect(existsSync(library(join(dirname(initdb), "..")))).toBe(true);
    const { ino } = statSync(initdb);
    expect(statSync(prepareBinaries(account, () => copies, native).initdb).ino).toBe(ino);

    chmodSync(join(copies, readdirSync(copies)[0]), 0o777);
    expect(() => prepareBinaries(account, () => copies, native)).toThrow(
      "does not belong to this user alone",
    );
  });
});

(isRoot ? test : test.skip)(
  "as root, a closed project keeps its database where it can be reached",
  async () => {
    const closed = join(scratch, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const folder = join(closed, ".scoregraph");
    const first = await start({ dataFolder: folder });
    await ask(first.url, "CREATE TABLE kept AS SELECT 5 AS answer");
    const home = readFileSync(join(folder, "postgres-location"), "utf8").trim().split("\n").pop() ?? "";
    try {
      await first.stop();
      expect(existsSync(join(folder, "postgres"))).toBe(false);
      expect(statSync(join(home, "postgres")).uid).not.toBe(0);

      symlinkSync(folder, join(closed, "link"));
      const second = await start({ dataFolder: join(closed, "link") });
      expect(await ask(second.url, "SELECT answer FROM kept")).toBe(5);
      await second.stop();
    } finally {
      expect(home).toMatch(/^\/var\/(lib|tmp)\/scoregraph\/[0-9a-f]{12}-[0-9a-f]{8}$/);
      rmSync(home, { recursive: true, force: true });
    }
  },
);
