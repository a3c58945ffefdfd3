import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DataSource } from "typeorm";
import { runningPostgresUrl } from "../../src/db/embedded";
import { generatedBundle } from "../bench/generated-bundle";
import { backendThatIs } from "../support/backends";
import { compiledProgram, endAll, type Running, run, start } from "../support/command-line";

jest.setTimeout(120_000);

const scratch = mkdtempSync(path.join(tmpdir(), "cli-embedded-"));
// The user of Postgres must be able to come in.
chmodSync(scratch, 0o755);
const data = path.join(scratch, "data");
const large = path.join(scratch, "large.jsonl");
const tables = path.join(__dirname, "../fixtures/paperswithcode/tables.json");
const env = { DATA_FOLDER: data, PORT: "0" };

beforeAll(() => {
  compiledProgram();
  writeFileSync(large, [...generatedBundle({ scores: 40_000 })].join(""));
});
afterAll(async () => {
  endAll();
  // Takes over the server that a test may have left, and stops it.
  await run(["imports", "list"], env);
  rmSync(scratch, { recursive: true, force: true });
});

async function until<T>(what: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(20)) {
    const found = await what();
    if (found !== undefined) return found;
  }
  throw new Error("it did not come");
}

/** Looks at the embedded database from beside, while a command runs on it. */
async function beside<T>(look: (dataSource: DataSource) => Promise<T>): Promise<T> {
  const url = await until(() => runningPostgresUrl(data));
  const dataSource = await new DataSource({ type: "postgres", url, poolSize: 1 }).initialize();
  try {
    return await look(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

const imports = async () => JSON.parse((await run(["imports", "list", "--json"], env)).out);

describe("commands on the embedded Postgres", () => {
  it("start it, make a new database ready, and stop it", async () => {
    const { code, out, err } = await run(["import", "paperswithcode", tables, "--json"], env);
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject({ id: 1 });
    expect(await runningPostgresUrl(data)).toBeUndefined();
  });

  it("can be two at once: the one that started it waits for the other", async () => {
    const both = [start(["import", "bundle", large], env), start(["imports", "undo", "1"], env)];
    const ended = await Promise.all(both.map((each) => each.ended));
    for (const { code, err } of ended) {
      expect(code).toBe(0);
      expect(err).toMatch(/^(Another command works on the same database; its end is waited for\.\n)?$/);
    }
    expect(await imports()).toMatchObject([{ id: 2 }, { id: 1, undoneAt: expect.any(String) }]);
  });

  it("work after one was killed, whose server then has a new owner that stops it", async () => {
    const { child, ended } = start(["imports", "undo", "2"], env);
    await beside((dataSource) => backendThatIs(dataSource, "writing"));
    child.kill("SIGKILL");
    await ended;
    expect(await imports()).toMatchObject([{ id: 2, undoneAt: null }, { id: 1 }]);
    expect(await runningPostgresUrl(data)).toBeUndefined();
  });

  it("stop it on Ctrl-C, too", async () => {
    const { child, ended } = start(["imports", "undo", "2"], env);
    await beside((dataSource) => backendThatIs(dataSource, "writing"));
    child.kill("SIGINT");
    expect(await ended).toMatchObject({ code: 130, out: "" });
    expect(await runningPostgresUrl(data)).toBeUndefined();
  });
});

describe("commands beside a service on the embedded Postgres", () => {
  async function serving(): Promise<Running & { url: string }> {
    const service = start(["serve"], env);
    let text = "";
    service.child.stdout?.on("data", (piece) => {
      text += piece;
    });
    const url = await until(() => /GraphQL +(\S+)/.exec(text)?.[1]);
    return { ...service, url };
  }

  it("visit it, and the service answers with what they import", async () => {
    const service = await serving();
    expect(await run(["import", "paperswithcode", tables], env)).toMatchObject({ code: 0, err: "" });
    const query = '{ submission(ref: "owl") { name import { number } } }';
    const answer = await fetch(service.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    expect(await answer.json()).toMatchObject({
      data: { submission: { name: "Owl", import: { number: 3 } } },
    });
    service.child.kill("SIGINT");
    expect(await service.ended).toMatchObject({ code: 0 });
  });

  it("leave nothing when the service is stopped in the midst of an import, and say so", async () => {
    const service = await serving();
    const undoing = start(["imports", "undo", "2"], env);
    await beside((dataSource) => backendThatIs(dataSource, "writing"));
    service.child.kill("SIGTERM");
    expect(await undoing.ended).toMatchObject({
      code: 3,
      out: "",
      err: expect.stringMatching(
        /^The connection was lost \(.*\)\. What was not finished was taken back\.\n$/,
      ),
    });
    expect(await service.ended).toMatchObject({ code: 0 });
    const [, second] = await imports();
    expect(second).toMatchObject({ id: 2, undoneAt: null });
  });

  it("that cannot start say why, without a stack", async () => {
    const service = await serving();
    const second = await run(["serve"], env);
    expect(second).toMatchObject({ code: 3, out: "" });
    expect(second.err).toMatch(/^The data folder .* is already in use by process \d+\. Stop that one, .*\n$/);
    service.child.kill("SIGTERM");
    await service.ended;
  });
});
