import { createHash } from "node:crypto";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { generatedBundle } from "../bench/generated-bundle";
import { backendThatIs, type Doing, someoneWaits } from "../support/backends";
import { compiledProgram, run, start } from "../support/command-line";
import { revisionOf } from "../support/data-edits";
import { graphText } from "../support/graph-text";
import { startTestService, type TestService } from "../support/test-service";

jest.setTimeout(120_000);

const folder = mkdtempSync(path.join(tmpdir(), "cli-"));
const large = path.join(folder, "large.jsonl");
const tables = path.join(__dirname, "../fixtures/paperswithcode/tables.json");
let service: TestService;
let env: { DATABASE_URL: string };

beforeAll(async () => {
  compiledProgram();
  await pipeline(Readable.from(generatedBundle({ scores: 60_000 })), createWriteStream(large));
  service = await startTestService("empty");
  env = { DATABASE_URL: (service.dataSource.options as { url: string }).url };
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await service.close();
});

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

/** Everything in the graph, whatever the ids of the rows. */
async function exported(): Promise<string> {
  const { code, out, err } = await run(["export"], env);
  expect([code, err]).toEqual([0, ""]);
  return digest(out.slice(out.indexOf("\n")));
}

/** All that an import could leave behind. */
const state = async () => ({
  graph: digest((await graphText(service.dataSource)).join("\n")),
  imports: await service.dataSource.query("SELECT id, undone_at FROM import ORDER BY id"),
  journal: await service.dataSource.query("SELECT count(*) FROM import_journal"),
  revision: await revisionOf(service),
});

describe.each<Doing>(["reading", "writing"])("a large import that is %s", (doing) => {
  it.each(["SIGINT", "SIGTERM"] as const)("is taken back by %s", async (signal) => {
    const before = await state();
    const { child, ended } = start(["import", "bundle", large], env);
    await backendThatIs(service.dataSource, doing);
    child.kill(signal);
    expect(await ended).toEqual({
      ...{ code: 130, signal: null, out: "" },
      err: "\nStopping. Press Ctrl-C again to stop at once.\nInterrupted: the data are as they were.\n",
    });
    expect(await state()).toEqual(before);
  });

  it("leaves nothing when its process is killed, and the next import works", async () => {
    const before = await state();
    const { child, ended } = start(["import", "bundle", large], env);
    await backendThatIs(service.dataSource, doing);
    child.kill("SIGKILL");
    expect(await ended).toMatchObject({ signal: "SIGKILL", out: "", err: "" });
    const next = await run(["import", "paperswithcode", tables, "--dry-run"], env);
    expect(next).toMatchObject({ code: 0, err: "" });
    expect(await state()).toEqual(before);
  });

  it("leaves nothing when the database cuts its connection, and says so", async () => {
    const before = await state();
    const { ended } = start(["import", "bundle", large], env);
    const backend = await backendThatIs(service.dataSource, doing);
    await service.dataSource.query("SELECT pg_terminate_backend($1)", [backend]);
    const { code, out, err } = await ended;
    expect([code, out]).toEqual([3, ""]);
    expect(err).toMatch(/^The connection was lost \(.*\)\. What was not finished was taken back\.\n$/);
    expect(await state()).toEqual(before);
  });
});

describe("commands at the same time", () => {
  it("write one after the other, and one that waits can be stopped", async () => {
    const first = start(["import", "bundle", large, "--json"], env);
    await backendThatIs(service.dataSource, "reading");
    const stopped = start(["import", "paperswithcode", tables], env);
    await someoneWaits(service.dataSource);
    stopped.child.kill("SIGINT");
    expect(await stopped.ended).toMatchObject({ code: 130, out: "" });
    const second = start(["import", "paperswithcode", tables, "--json"], env);
    await someoneWaits(service.dataSource);
    const [one, two] = await Promise.all([first.ended, second.ended]);
    expect([one.code, one.err, two.code, two.err]).toEqual([0, "", 0, ""]);
    expect(JSON.parse(one.out)).toMatchObject({ id: 1 });
    expect(JSON.parse(two.out)).toMatchObject({ id: 2 });
  });

  it("let an import be undone while another one runs, after it", async () => {
    const before = await exported();
    expect(await run(["imports", "undo", "1"], env)).toMatchObject({ code: 0, err: "" });
    const importing = start(["import", "bundle", large, "--json"], env);
    await backendThatIs(service.dataSource, "reading");
    const undoing = start(["imports", "undo", "2", "--json"], env);
    await someoneWaits(service.dataSource);
    const [imported, undone] = await Promise.all([importing.ended, undoing.ended]);
    expect([imported.code, imported.err, undone.code, undone.err]).toEqual([0, "", 0, ""]);
    expect(await run(["import", "paperswithcode", tables], env)).toMatchObject({ code: 0, err: "" });
    expect(await exported()).toEqual(before);
  });

  it("take an undo back that is stopped", async () => {
    const before = await state();
    const { child, ended } = start(["imports", "undo", "3"], env);
    await backendThatIs(service.dataSource, "writing");
    child.kill("SIGINT");
    expect(await ended).toMatchObject({ code: 130, out: "" });
    expect(await state()).toEqual(before);
  });
});
