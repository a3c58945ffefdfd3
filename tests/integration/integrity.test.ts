import { Database, poolOf } from "../../src/db/database";
import { findIntegrityProblems } from "../../src/domain/integrity/integrity.queries";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

/** Breaks the data in a transaction of which nothing stays, with triggers and keys switched off, and checks them. */
async function findingsAfter(...statements: string[]): Promise<string[]> {
  const runner = service.dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query("SET LOCAL session_replication_role = replica");
    // What is kept of it is compared elsewhere.
    await runner.query("DELETE FROM kept_split");
    for (const statement of statements) await runner.query(statement);
    const query = async ({ text, values }: { text: string; values: unknown[] }) => ({
      rows: await runner.query(text, values),
    });
    const { findings } = await findIntegrityProblems(new Database({ query } as never));
    return findings.map(({ what }) => what);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

test("nothing is wrong with the default data", async () => {
  const { findings, passed } = await findIntegrityProblems(new Database(poolOf(service.dataSource)));
  expect(findings).toEqual([]);
  expect(passed.length).toBeGreaterThan(10);
});

test.each([
  [
    "a circle in a tree",
    "UPDATE loss_function SET parent_id = (SELECT id FROM loss_function WHERE slug = 'arcface') WHERE slug = 'softmax'",
    '"softmax" stands above itself',
  ],
  [
    "a score out of its metric's range",
    "UPDATE score SET value = 100.5, reported = '100.5' WHERE reported = '77.977'",
    '"thu-cv-ai-lab" has 100.5 on megaface-identification, set-1, where the metric goes from 0 to 100',
  ],
  [
    "a value that is not what was published",
    "UPDATE score SET value = 77.9 WHERE reported = '77.977'",
    '"thu-cv-ai-lab" has the value 77.9 for the published text "77.977"',
  ],
  [
    "a percentage that was scaled by something else than a hundred",
    "UPDATE score SET value = 77.977, reported = '0.077977' WHERE reported = '77.977'",
    'has the value 77.977 for the published text "0.077977"',
  ],
  [
    "a percentage that was taken for a fraction",
    "UPDATE score SET value = 0.77977 WHERE reported = '77.977'",
    'has the value 0.77977 for the published text "77.977"',
  ],
  [
    "a fraction that was taken for a percentage",
    "UPDATE metric SET unit = NULL; UPDATE score SET value = 77.977, reported = '0.77977' WHERE reported = '77.977'",
    'has the value 77.977 for the published text "0.77977"',
  ],
  [
    "a number that was published and is not there",
    "UPDATE score SET value = NULL WHERE reported = '77.977'",
    'for the published text "77.977"',
  ],
  [
    "an alias of two things",
    "INSERT INTO alias (text, key, organisation_id) SELECT 'Qiniu Cloud', 'qiniu cloud', id FROM organisation WHERE slug = 'google'",
    "means google and qiniu-atlab",
  ],
  [
    "an alias that is another thing's name",
    "INSERT INTO alias (text, key, organisation_id) SELECT 'Vocord', 'vocord', id FROM organisation WHERE slug = 'google'",
    '"Vocord" is an alias of google and the name of vocord',
  ],
  [
    "a leaderboard without a default split",
    "UPDATE split SET is_default = false",
    '"megaface-identification" has 0 default splits',
  ],
  [
    "an orphan",
    "DELETE FROM organisation WHERE slug = 'google'",
    "submission_organisation.organisation_id has 1 rows that lead nowhere",
  ],
  [
    "an inherited claim without its base",
    "UPDATE backbone_claim SET inherited_from_id = NULL WHERE basis = 'INHERITED'",
    "has an inherited claim that names no base",
  ],
  [
    "a row of an undone import",
    "UPDATE import SET undone_at = now()",
    "rows of score name import 1, which is undone",
  ],
  [
    "a row of an import that did not end",
    "UPDATE import SET finished_at = NULL",
    "rows of alias name import 1, which did not end",
  ],
  [
    "a note about a table that is not there",
    "INSERT INTO import_journal (import_id, table_name, operation, before) VALUES (1, 'scores', 'REMOVED', '{}')",
    "import 1 has notes of what it changed in scores, which is not known",
  ],
  [
    "a note of an undone import",
    "UPDATE import SET undone_at = now(); INSERT INTO import_restated VALUES (1, 1, 'score', 1)",
    "import 1 is undone and has notes of what it said again all the same",
  ],
  [
    "a circle of variants",
    `INSERT INTO variant (submission_id, base_id, only_difference, differences, source_id)
     SELECT base_id, submission_id, true, '{}', source_id FROM variant WHERE only_difference`,
    "inherits from itself",
  ],
])("%s is found and said in words", async (_, breaking, words) => {
  const findings = await findingsAfter(...breaking.split("; "));
  expect(findings.join("\n")).toContain(words);
});

test.each([
  [
    "a fraction, as percent",
    "UPDATE score SET value = 77.977, reported = '0.77977' WHERE reported = '77.977'",
  ],
  [
    "a fraction without its zero",
    "UPDATE score SET value = 77.977, reported = '.77977' WHERE reported = '77.977'",
  ],
  [
    "percent, as a fraction",
    "UPDATE metric SET unit = NULL, minimum = NULL; UPDATE score SET value = 0.77977 WHERE reported = '77.977'",
  ],
  ["a text that is no plain decimal", "UPDATE score SET reported = '77.977 ± 0.1' WHERE reported = '77.977'"],
])("a score published as %s is not wrong", async (_, change) => {
  expect(await findingsAfter(...change.split("; "))).toEqual([]);
});
