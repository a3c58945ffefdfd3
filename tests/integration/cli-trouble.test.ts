import { execFile, execFileSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { generatedBundle } from "../bench/generated-bundle";
import { compiledProgram, run, start } from "../support/command-line";
import { createTestDatabase, databaseAt, type TestDatabase } from "../support/test-database";
import { unpack } from "../support/unpack";

const folder = mkdtempSync(path.join(tmpdir(), "cli-"));
const tables = path.join(__dirname, "../fixtures/paperswithcode/tables.json");
let database: TestDatabase;
let program: string;

beforeAll(async () => {
  program = compiledProgram();
  database = await createTestDatabase("seeded");
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

const scoregraph = (args: string[], env = {}) => run(args, { DATABASE_URL: database.url, ...env });

async function query(url: string, ...statements: string[]): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

describe("settings", () => {
  it.each([
    [{ PORT: "abc" }, "PORT: 'abc' is not allowed; give a whole number from 0 to 65535."],
    [
      { DATABASE_URL: "http://u:secret@h/d" },
      "DATABASE_URL: its value (not shown) is not allowed; give a URL",
    ],
  ])("that are wrong are told of as wrong use: %j", async (env, hint) => {
    for (const command of [["check"], ["import", "paperswithcode", tables], ["serve"]]) {
      const { code, out, err } = await scoregraph(command, env);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain(hint);
      expect(err.trim().split("\n")).toHaveLength(1);
    }
    const { code, out, err } = await scoregraph(["check", "--json"], env);
    expect([code, err]).toEqual([2, ""]);
    expect(JSON.parse(out).error).toContain(hint);
  });
});

describe("a database", () => {
  it.each([
    ["postgres://u:secret@127.0.0.1:1/d", /^connect ECONNREFUSED 127\.0\.0\.1:1\. Is it running, and is/],
    ["postgres://u:secret@localhost:1/d", /^connect ECONNREFUSED .*:1\. Is it running, and is/],
    [
      "postgres://u:secret@nowhere.invalid/d",
      /^getaddrinfo (ENOTFOUND|EAI_AGAIN) nowhere\.invalid\. Is it running/,
    ],
  ])("that is away is a failure: %s", async (url, hint) => {
    const { code, out, err } = await scoregraph(["imports", "list"], { DATABASE_URL: url });
    expect([code, out]).toEqual([3, ""]);
    const [, said] = /^The database of DATABASE_URL cannot be used: (.*)\n$/.exec(err) ?? [];
    expect(said).toMatch(hint);
    expect(err).not.toContain("secret");
  });

  it("that is not there or refuses the password is a failure", async () => {
    const gone = databaseAt(database.url, "no_such_database");
    const { code, out, err } = await scoregraph(["import", "paperswithcode", tables, "--json"], {
      DATABASE_URL: gone,
    });
    expect([code, err]).toEqual([3, ""]);
    expect(JSON.parse(out)).toEqual({
      error: 'The database of DATABASE_URL cannot be used: database "no_such_database" does not exist.',
    });
  });

  it("that was never used is made ready by any command, and standard output is JSON only", async () => {
    for (const command of [
      ["imports", "list", "--json"],
      ["import", "paperswithcode", tables, "--json"],
      ["check", "--json"],
    ]) {
      const name = `scoregraph_test_fresh_${process.pid}`;
      await query(database.url, `CREATE DATABASE ${name}`);
      try {
        const { code, out, err } = await scoregraph(command, {
          DATABASE_URL: databaseAt(database.url, name),
        });
        expect([code, err]).toEqual([0, ""]);
        expect(() => JSON.parse(out)).not.toThrow();
      } finally {
        await query(database.url, `DROP DATABASE ${name} WITH (FORCE)`);
      }
    }
  });

  it("that is older than the program is left alone", async () => {
    const { url, drop } = await createTestDatabase("empty");
    await query(url, "DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations)");
    const { code, err } = await scoregraph(["import", "paperswithcode", tables], { DATABASE_URL: url });
    expect(code).toBe(3);
    expect(err).toContain("The database is older than this program: it lacks 1 of its migrations.");
    await drop();
  });

  it("that is not as the program made it is a fault that is told in one line", async () => {
    const { url, drop } = await createTestDatabase("empty");
    await query(url, "DROP TABLE alias CASCADE");
    const { code, out, err } = await scoregraph(["import", "paperswithcode", tables], { DATABASE_URL: url });
    expect([code, out]).toEqual([3, ""]);
    expect(err).toBe(
      'The command failed by a fault of the program: relation "alias" does not exist. Please report it.\n',
    );
    await drop();
  });

  it("whose data are wrong is told of by a check, with exit code 1 and one JSON document", async () => {
    const { url, drop } = await createTestDatabase("seeded");
    await query(
      url,
      "SET session_replication_role = replica",
      "UPDATE score SET value = 77.9 WHERE reported = '77.977'",
    );
    const { code, out, err } = await scoregraph(["check"], { DATABASE_URL: url });
    expect(code).toBe(1);
    expect(out).toMatch(/^problem {2}/m);
    expect(err).toMatch(/^\d+ problems? in the database of DATABASE_URL\.\n$/);
    const machine = await scoregraph(["check", "--json"], { DATABASE_URL: url });
    expect([machine.code, machine.err]).toEqual([1, ""]);
    expect(JSON.parse(machine.out)).toMatchObject({
      findings: [
        { check: "Every score is the number that was published" },
        { check: expect.stringContaining("kept") },
      ],
      passed: expect.arrayContaining([expect.any(String)]),
    });
    await drop();
  });
});

describe("output", () => {
  it("of an export is the same again, and a file has it whole", async () => {
    const file = path.join(folder, "graph.jsonl");
    const { code, out, err } = await scoregraph(["export"]);
    expect([code, err]).toEqual([0, ""]);
    expect(await scoregraph(["export", "--output", file])).toMatchObject({ code: 0, out: "", err: "" });
    expect(readFileSync(file, "utf8")).toBe(out);
    const again = await scoregraph(["import", "bundle", file, "--json"]);
    expect(JSON.parse(again.out)).toMatchObject({ id: null, total: { created: 0, changed: 0, removed: 0 } });
    expect(readdirSync(folder)).toEqual(["graph.jsonl"]);
  });

  it("of an export to a file that ends in .tar.gz is the archive that is served, with the licence of the settings", async () => {
    const file = path.join(folder, "graph.tar.gz");
    const ran = await scoregraph(["export", "--output", file], { DATA_LICENCE: "CC-BY-4.0" });
    expect(ran).toMatchObject({ code: 0, out: "", err: "" });
    const files = await unpack(readFileSync(file));
    const [, text] = [...files].find(([name]) => name.endsWith("/LICENCE.txt")) ?? [];
    expect(String(text)).toMatch(/^CC-BY-4.0\n/);
    rmSync(file);
  });

  it("of an export that fails leaves the file as it was, and no part of a new one", async () => {
    const file = path.join(folder, "kept.jsonl");
    writeFileSync(file, "before");
    const { url, drop } = await createTestDatabase("seeded");
    await query(url, "ALTER TABLE score RENAME TO score_away");
    expect(await scoregraph(["export", "--output", file], { DATABASE_URL: url })).toMatchObject({ code: 3 });
    await drop();
    expect(readFileSync(file, "utf8")).toBe("before");
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
    const nowhere = path.join(folder, "none/graph.jsonl");
    const { code, err } = await scoregraph(["export", "--output", nowhere]);
    expect([code, err]).toEqual([3, expect.stringContaining(`${nowhere} cannot be written: ENOENT`)]);
  });

  it("may be cut off by its reader", async () => {
    const commands = [["export"], ["imports", "list"], ["formats"], ["check", "--json"], ["--help"]];
    for (const command of [...commands, ["import", "paperswithcode", tables]]) {
      const { child, ended } = start(command, { DATABASE_URL: database.url });
      child.stdout?.destroy();
      expect([command, await ended]).toEqual([command, { code: 0, signal: null, out: "", err: "" }]);
    }
    const listed = await scoregraph(["imports", "list", "--json"]);
    expect(JSON.parse(listed.out)).toMatchObject([{ format: "paperswithcode" }, { format: "bundle" }]);
  });

  (existsSync("/dev/full") ? it : it.skip)("that finds no room is a failure", async () => {
    for (const command of [["export"], ["imports", "list"], ["formats"]]) {
      const full = openSync("/dev/full", "w");
      const { code, err } = await start(command, { DATABASE_URL: database.url }, full).ended;
      closeSync(full);
      expect(code).toBe(3);
      expect(err).toMatch(/^The output could not be written: ENOSPC: no space left on device, write\.\n/);
      expect(err).not.toMatch(/\n +at /);
    }
  });
});

const hasScript = (() => {
  try {
    return execFileSync("script", ["--version"], { encoding: "utf8" }).includes("util-linux");
  } catch {
    return false;
  }
})();

describe("progress", () => {
  /** What stands alone on a line of the terminal. */
  const lineOf = (text: string) => new RegExp(`\\r\\u001b\\[2K${text}`);
  const file = path.join(folder, "large.jsonl");
  beforeAll(() => writeFileSync(file, [...generatedBundle({ scores: 20_000 })].join("")));

  (hasScript ? it : it.skip)("is shown on a terminal, and cleared before the report", async () => {
    const line = `'${process.execPath}' '${program}' import bundle '${file}' --dry-run`;
    const env = { PATH: process.env.PATH, DATABASE_URL: database.url };
    const { stdout } = await promisify(execFile)("script", ["-qec", line, "/dev/null"], { env });
    expect(stdout).toMatch(lineOf("Reading: \\d+ %, [\\d,]+ records, [\\d,]+ a second"));
    expect(stdout).toMatch(lineOf("Writing 2\\d,\\d+ records \\.\\.\\."));
    expect(stdout).toMatch(lineOf("Dry run: nothing was written\\. "));
  });

  it("is shown nowhere else", async () => {
    const { code, err } = await scoregraph(["import", "bundle", file, "--dry-run"]);
    expect([code, err]).toEqual([0, ""]);
  });
});
