import type { QueryRunner } from "typeorm";
import { loadRecords } from "../../src/importers/load";
import { revisionOf } from "../support/data-edits";
import { leaderboard, records, score, submission } from "../support/factories";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeAll(async () => {
  service = await startTestService("empty");
  const scores = [score("one", "board", { a: "1" })];
  const submissions = [submission("One"), submission("Two")];
  await loadRecords(service.dataSource, records({ ...leaderboard("board"), submissions, scores }));
});
afterAll(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

/** By how much the revision advances while something is done. */
async function advance(act: (runner: QueryRunner) => Promise<unknown>): Promise<number> {
  const before = await revisionOf(service);
  const runner = service.dataSource.createQueryRunner();
  try {
    await act(runner);
  } finally {
    await runner.release();
  }
  return (await revisionOf(service)) - before;
}

it("advances once for an import, however many rows it writes", async () => {
  const submissions = Array.from({ length: 30 }, (_, i) => submission(`Many ${i}`));
  expect(await advance(() => loadRecords(service.dataSource, records({ submissions })))).toBe(1);
});

it.each([
  [
    "an insert",
    "INSERT INTO organisation (slug, name, name_key, name_kind) VALUES ('o', 'O', 'o', 'PERSON')",
  ],
  ["an update", "UPDATE organisation SET name = 'P' WHERE slug = 'o'"],
  ["a delete", "DELETE FROM organisation WHERE slug = 'o'"],
  ["a delete of what others hang on", "DELETE FROM submission WHERE slug LIKE 'many-%'"],
])("advances once for %s by plain SQL", async (_, statement) => {
  expect(await advance((runner) => runner.query(statement))).toBe(1);
});

it("does not advance for a statement that finds no row", async () => {
  expect(
    await advance((runner) => runner.query("UPDATE submission SET label = 'x' WHERE slug = 'nobody'")),
  ).toBe(0);
  expect(await advance((runner) => runner.query("DELETE FROM score WHERE value = 99"))).toBe(0);
});

it("advances once for a transaction of many statements by plain SQL", async () => {
  const advanced = await advance(async (runner) => {
    await runner.startTransaction();
    await runner.query("UPDATE submission SET submitted_on = '2017-01-01' WHERE slug = 'one'");
    await runner.query("UPDATE score SET value = 2, reported = '2'");
    await runner.query("INSERT INTO benchmark (slug, name, name_key) VALUES ('b', 'B', 'b')");
    await runner.commitTransaction();
  });
  expect(advanced).toBe(1);
});

it("does not advance for a transaction that is rolled back, and does for the next one", async () => {
  const change = "UPDATE submission SET submitted_on = '2018-01-01' WHERE slug = 'one'";
  const undone = await advance(async (runner) => {
    await runner.startTransaction();
    await runner.query(change);
    await runner.rollbackTransaction();
  });
  expect(undone).toBe(0);
  expect(await advance((runner) => runner.query(change))).toBe(1);
});

it("advances once when a part of a transaction is rolled back and the rest is kept", async () => {
  const advanced = await advance(async (runner) => {
    await runner.query("BEGIN");
    await runner.query("SAVEPOINT part");
    await runner.query("UPDATE submission SET label = 'A', name = 'A' WHERE slug = 'one'");
    await runner.query("ROLLBACK TO SAVEPOINT part");
    await runner.query("UPDATE submission SET submitted_on = '2018-02-01' WHERE slug = 'one'");
    await runner.query("COMMIT");
  });
  expect(advanced).toBe(1);
});

/** Tables from which no answer is read. */
const NO_ANSWERS = ["data_revision", "migrations", "import_journal", "import_restated", "kept_answer"];

it("cannot be passed by with a truncate: it is refused and says what to do", async () => {
  const tables: { name: string }[] = await service.dataSource.query(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_name <> ALL ($1)`,
    [NO_ANSWERS],
  );
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of tables) {
    await expect(service.dataSource.query(`TRUNCATE ${name} CASCADE`)).rejects.toThrow(
      /^truncate of \w+ would not advance the data revision; use delete$/,
    );
  }
});

describe("two imports at once", () => {
  it("both land, each with a revision of its own", async () => {
    const imports = ["Left", "Right"].map((name) =>
      records({
        submissions: [submission(name)],
        scores: [score(name.toLowerCase(), "board", { a: "5" })],
      }),
    );
    const advanced = await advance(() =>
      Promise.all(imports.map((each) => loadRecords(service.dataSource, each))),
    );
    expect(advanced).toBe(2);
    const { leaderboard: board } = await service.data(
      `{ leaderboard(ref: "board") { ranking(where: { score: { gte: 5 } }) { nodes { rank submission { name } } } } }`,
    );
    expect(board.ranking.nodes).toEqual([
      { rank: 1, submission: { name: "Left" } },
      { rank: 1, submission: { name: "Right" } },
    ]);
  });

  it("of the same records make them once", async () => {
    const same = () => loadRecords(service.dataSource, records({ submissions: [submission("Same")] }));
    const changes = await Promise.all([same(), same(), same(), same()]);
    expect(changes.map(({ created }) => created).sort()).toEqual([0, 0, 0, 1]);
  });
});
