import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { PoolDatabase, poolOf } from "../../src/db/database";
import { findIntegrityProblems } from "../../src/domain/integrity/integrity.queries";
import { loadRecords } from "../../src/importers/load";
import { undoWrittenImport } from "../../src/importers/undo-import";
import { leaderboard, records, score, submission } from "../support/factories";
import { goldenPopulation, numbers, submissionSlug } from "../support/golden-population";
import { startTestService, type TestService } from "../support/test-service";

const golden = path.join(__dirname, "../golden");
const files = readdirSync(golden).filter((name) => name.endsWith(".graphql"));

const SIZE = 20;

let service: TestService;
beforeAll(async () => {
  service = await startTestService("empty");
  await loadRecords(service.dataSource, goldenPopulation(SIZE));
});
afterAll(() => service.close());

/** What every kind of list says, of the data that the golden queries ask. */
async function answers(): Promise<Record<string, unknown>> {
  const lists = await service.data("{ submissions { nodes { id } } leaderboards { nodes { id } } }");
  const ids = [...lists.submissions.nodes, ...lists.leaderboards.nodes].map(({ id }: { id: string }) => id);
  const variables = { first: 10, ids, refs: numbers(SIZE).map(submissionSlug) };
  const found: Record<string, unknown> = {};
  for (const file of files) {
    found[file] = await service.data(readFileSync(path.join(golden, file), "utf8"), variables);
  }
  return found;
}

/** Puts the scores into partitions by split, as docs/scaling.md describes. */
async function partition(): Promise<void> {
  const runner = service.dataSource.createQueryRunner();
  const definitions = async (statement: string): Promise<string[]> =>
    (await runner.query(statement)).map(({ definition }: { definition: string }) => definition);
  try {
    const triggers = await definitions(`SELECT pg_get_triggerdef(oid) AS definition FROM pg_trigger
      WHERE tgrelid = 'score'::regclass AND NOT tgisinternal`);
    const constraints = await definitions(`SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE conrelid = 'score'::regclass AND contype IN ('f', 'c')`);
    await runner.startTransaction();
    await runner.query("ALTER TABLE score RENAME TO whole");
    await runner.query(
      "CREATE TABLE score (LIKE whole INCLUDING DEFAULTS INCLUDING IDENTITY) PARTITION BY HASH (split_id)",
    );
    for (let i = 0; i < 4; i += 1) {
      await runner.query(
        `CREATE TABLE score_${i} PARTITION OF score FOR VALUES WITH (MODULUS 4, REMAINDER ${i})`,
      );
    }
    await runner.query(
      "ALTER TABLE score ADD PRIMARY KEY (id, split_id), ADD UNIQUE (submission_id, split_id)",
    );
    for (const constraint of constraints) await runner.query(`ALTER TABLE score ADD ${constraint}`);
    await runner.query("CREATE INDEX ON score (split_id, value, submission_id)");
    await runner.query("INSERT INTO score OVERRIDING SYSTEM VALUE SELECT * FROM whole");
    await runner.query("SELECT setval(pg_get_serial_sequence('score', 'id'), (SELECT max(id) FROM score))");
    for (const trigger of triggers) await runner.query(trigger);
    await runner.query("DROP TABLE whole CASCADE");
    await runner.commitTransaction();
  } finally {
    await runner.release();
  }
}

it("answers from partitioned scores as from whole ones, imports into them and undoes that", async () => {
  const before = await answers();
  await partition();
  expect(await answers()).toEqual(before);
  const count = async () => {
    const [{ all }] = await service.dataSource.query("SELECT count(*)::int AS all FROM score");
    return all;
  };
  const scoresBefore = await count();
  const scores = [score("one", "board", { a: "1", b: "2" }), score("two", "board", { a: "3" })];
  const submissions = [submission("One"), submission("Two")];
  await loadRecords(service.dataSource, records({ ...leaderboard("board"), submissions, scores }));
  const ranked = async () => {
    const query = '{ leaderboard(ref: "board") { ranking { nodes { submission { name } } } } }';
    const { nodes } = (await service.data(query)).leaderboard.ranking;
    return nodes.map((node: { submission: { name: string } }) => node.submission.name);
  };
  expect(await ranked()).toEqual(["Two", "One"]);
  // What is kept of the split must be thrown away by the triggers.
  await service.dataSource.query(
    "UPDATE score SET value = 9, reported = '9' WHERE reported = '1' AND value = 1",
  );
  expect(await ranked()).toEqual(["One", "Two"]);
  const db = new PoolDatabase(poolOf(service.dataSource));
  expect((await findIntegrityProblems(db)).findings).toEqual([]);
  expect(await count()).toBe(scoresBefore + 3);
  const [{ id }] = await service.dataSource.query("SELECT max(id) AS id FROM import");
  await undoWrittenImport(service.dataSource, id);
  expect(await count()).toBe(scoresBefore);
});
