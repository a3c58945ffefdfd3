import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compiledProgram, type Ran, run } from "../support/command-line";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const fixtures = path.join(__dirname, "../fixtures");
const tables = path.join(fixtures, "paperswithcode/tables.json");
const folder = mkdtempSync(path.join(tmpdir(), "cli-"));
const STACK = /\n +at /;
let database: TestDatabase;

beforeAll(async () => {
  compiledProgram();
  database = await createTestDatabase("empty");
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

const scoregraph = (...args: string[]): Promise<Ran> => run(args, { DATABASE_URL: database.url });

/** What a command prints with --json; it must print nothing else and end well. */
async function json(...args: string[]) {
  const { code, out, err } = await scoregraph(...args, "--json");
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out);
}

describe("the command line", () => {
  const commands = [
    [],
    ["serve"],
    ["import"],
    ["imports"],
    ["imports", "list"],
    ["imports", "show"],
    ["imports", "undo"],
    ["merge"],
    ["export"],
    ["check"],
    ["formats"],
  ];
  it("helps with every command", async () => {
    const all = await Promise.all(commands.map((command) => scoregraph(...command, "--help")));
    for (const [i, { code, out, err }] of all.entries()) {
      expect([code, err]).toEqual([0, ""]);
      expect(out).toContain(`Usage: ${["scoregraph", ...commands[i]].join(" ")}`);
    }
  });

  it("says its version", async () => {
    expect(await scoregraph("--version")).toMatchObject({ code: 0, out: "0.1.0\n", err: "" });
  });

  const wrong: [what: string, args: string[], hint: string][] = [
    ["no command", [], "Usage: scoregraph"],
    ["an unknown command", ["imprt"], "unknown command 'imprt'\n(Did you mean import?)"],
    ["an unknown part of a command", ["imports", "shw", "1"], "(Did you mean show?)"],
    ["an unknown option", ["import", "csv", "x", "--dry-rum"], "(Did you mean --dry-run?)"],
    ["an unknown format", ["import", "bundel", "x"], 'There is no format "bundel". Did you mean "bundle"?'],
    ["a missing argument", ["import", "csv"], "missing required argument 'path'"],
    ["a superfluous argument", ["check", "all"], "too many arguments"],
    ["a text for a number", ["imports", "show", "first"], "Give a whole number."],
    ["a number that is no id", ["imports", "undo", "99999999999"], "Give a whole number."],
    ["a wrong direction", ["import", "csv", "x", "--direction", "Top=up"], "Write METRIC=higher"],
    ["a wrong match", ["import", "csv", "x", "--match", "net=Net"], "backbone"],
    ["options against each other", ["import", "csv", "x", "--strict", "--create"], "cannot be used with"],
    [
      "an option of another format",
      ["import", "bundle", "x", "--mapping", "y"],
      'The format "bundle" has no use for --mapping.',
    ],
    ["an unknown kind", ["merge", "benchmark", "a", "b"], "Allowed choices are organisation"],
  ];
  it(`refuses wrong use with a hint: ${wrong.map(([what]) => what).join(", ")}`, async () => {
    const all = await Promise.all(wrong.map(([, args]) => scoregraph(...args)));
    for (const [i, { code, out, err }] of all.entries()) {
      const [what, , hint] = wrong[i];
      expect([what, code, out]).toEqual([what, 2, ""]);
      expect(err).toContain(hint);
      expect(err).not.toMatch(STACK);
    }
  });

  it("lists the formats, with the files and options of each", async () => {
    const { out } = await scoregraph("formats");
    const formats = await json("formats");
    expect(formats).toHaveLength(5);
    for (const { name, summary, extensions } of formats) {
      expect(out).toContain(name);
      expect(out).toContain(summary);
      expect(out).toContain(extensions.join(" "));
    }
    expect(formats.find(({ name }: { name: string }) => name === "csv").options).toEqual(["--mapping"]);
  });
});

describe("an import", () => {
  it("says by a dry run what it would do, writes nothing, then does just that", async () => {
    const dry = await json("import", "paperswithcode", tables, "--dry-run");
    expect(dry).toMatchObject({ dryRun: true, id: null, revision: null, problemCount: 0 });
    expect(await json("imports", "list")).toEqual([]);
    const done = await json("import", "paperswithcode", tables);
    expect(done).toMatchObject({ dryRun: false, id: 1, files: [{ name: tables }] });
    expect(done.changes).toEqual(dry.changes);
    expect(done.total.created).toBeGreaterThan(20);
  });

  it("changes nothing and is not kept when all is there", async () => {
    const { code, out, err } = await scoregraph("import", "paperswithcode", tables);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(
      /^Nothing to do: all 13 rows are there already\. 10 records of 1 file in [\d.]+ s\.\n/,
    );
    expect(out).toMatch(/\nall +0 +0 +0 +13\n/);
    expect(await json("imports", "list")).toHaveLength(1);
  });

  it("prints what it did as a table, and the first problems with their places", async () => {
    const page = path.join(fixtures, "megaface-page/results.txt");
    const { code, out, err } = await scoregraph("import", "megaface-page", page, "--problems", "2");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^Imported as import 2, data revision \d+\. /);
    expect(out).toMatch(/^submission +11 +0 +0 +0$/m);
    expect(out).toContain("New names: 1 benchmark, 2 leaderboards, 2 metrics, 3 papers.");
    expect(out).toContain("\n9 problems left out or done otherwise:\n");
    expect(out).toContain(`\n${page}:6:1: warning: `);
    expect(out.trimEnd()).toMatch(/\n\.\.\. and 7 more; --problems 9 prints more\.$/);
  });

  it("can be shown, with its files and problems", async () => {
    const { out } = await scoregraph("imports", "show", "2", "--problems", "1");
    expect(out).toMatch(/^Import 2, format megaface-page, finished [\d-]+ [\d:]+ UTC, data revision \d+\.\n/);
    expect(out).toContain("... and 8 more; --problems 9 prints more.");
    const shown = await json("imports", "show", "2");
    expect(shown).toMatchObject({ id: 2, problemCount: 9, fileCount: 1 });
    expect(shown.files[0].sha256).toMatch(/^[\da-f]{64}$/);
    expect(await scoregraph("imports", "show", "9")).toMatchObject({
      code: 1,
      err: "There is no import 9.\n",
    });
  });

  it("is refused with every problem, for people and for machines", async () => {
    const bad = path.join(folder, "bad.yaml");
    writeFileSync(bad, "organisations:\n  - { slug: a, name: A, country: X }\n  - { name: B }\n");
    const { code, out, err } = await scoregraph("import", "bundle", bad);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("2 problems in the way:\n");
    expect(err).toContain(`${bad}:2:25: the record: "country" is not known here.`);
    expect(err).toMatch(/\nNothing was imported\.\n$/);
    const machine = await scoregraph("import", "bundle", bad, "--json");
    expect([machine.code, machine.err]).toEqual([1, ""]);
    expect(JSON.parse(machine.out)).toMatchObject({
      error: expect.stringContaining("Nothing was imported."),
      problemCount: 2,
      warningCount: 0,
      problems: [
        { file: bad, line: 2, column: 25 },
        { file: bad, line: 3 },
      ],
    });
    const one = await scoregraph("import", "bundle", bad, "--problems", "1");
    expect(one.err).toContain("... and 1 more; --problems 2 prints more.");
  });

  it("names a missing file and imports nothing", async () => {
    const { code, err } = await scoregraph("import", "bundle", tables, path.join(folder, "none"));
    expect(code).toBe(1);
    expect(err).toBe(`${folder}/none:1:1: there is no such file or folder.\nNothing was imported.\n`);
  });

  it("says a problem that stands nowhere without a place", async () => {
    const file = path.join(folder, "losses.yaml");
    writeFileSync(
      file,
      "lossFunctions:\n  - { slug: a, name: A, parent: b }\n  - { slug: b, name: B, parent: a }\n",
    );
    const { code, err } = await scoregraph("import", "bundle", file);
    expect(code).toBe(1);
    expect(err).toMatch(/^1 problem in the way:\n[A-Z"]/);
  });

  it("is undone once, and refused with what rests on it", async () => {
    const again = path.join(folder, "again.json");
    writeFileSync(again, JSON.stringify({ sources: [{ slug: "paperswithcode-tables", title: "Changed" }] }));
    const { id } = await json("import", "bundle", again);
    const refused = await scoregraph("imports", "undo", "1", "--json");
    expect(refused).toMatchObject({ code: 1, err: "" });
    expect(JSON.parse(refused.out)).toMatchObject({
      error: expect.stringContaining(`Undo import ${id} first.`),
      dependences: expect.arrayContaining([{ importId: id, table: "source", rows: 1, how: "CHANGED" }]),
    });
    expect(await json("imports", "undo", String(id))).toMatchObject({ id });
    const undone = await scoregraph("imports", "undo", "1");
    expect(undone).toMatchObject({ code: 0, err: "" });
    expect(undone.out).toMatch(/^Import 1 is undone\.\n\n/);
    const twice = await scoregraph("imports", "undo", "1");
    expect(twice.code).toBe(1);
    expect(twice.err).toMatch(/^Import 1 is undone already, since /);
    const [first] = (await json("imports", "list")).slice(-1);
    expect(first).toMatchObject({ id: 1, undoneAt: expect.any(String) });
  });
});
