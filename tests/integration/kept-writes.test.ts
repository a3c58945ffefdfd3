import { poolOf } from "../../src/db/database";
import { refreshKeptIfIdle } from "../../src/domain/kept/kept.commands";
import { loadRecords } from "../../src/importers/load";
import { keepEverything, notKept, wronglyKept } from "../support/kept";
import { expectedStatistics, GROUPINGS } from "../support/oracle/groups";
import { Dice, population } from "../support/oracle/population";
import { expectedRanking, RANKING_FIELDS, type Ties } from "../support/oracle/ranking";
import { readWorld } from "../support/oracle/world";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeAll(async () => {
  service = await startTestService("empty");
  await loadRecords(service.dataSource, population(11));
});
beforeEach(() => keepEverything(service.dataSource));
afterAll(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

const run = (statement: string) => service.dataSource.query(statement);

const ANSWERS = `query ($board: String!, $split: String!, $ties: TieRule!, $groupBy: Grouping!) {
  leaderboard(ref: $board) {
    ranking(split: $split, ties: $ties, first: 500) { ${RANKING_FIELDS} }
    statistics(split: $split, groupBy: $groupBy, first: 500) {
      totalCount nodes { key count mean median standardDeviation min max best { submission { slug } } }
    }
  }
}`;

const close = (value: number | null) => (value === null ? null : expect.closeTo(value, 9));

/** What the service answers of a split, and what it must answer by the tables as they are. */
async function expectRightAnswers(
  board: string,
  split: string,
  ties: Ties,
  groupBy: (typeof GROUPINGS)[number],
) {
  const world = await readWorld(service.dataSource);
  const { leaderboard } = await service.data(ANSWERS, { board, split, ties, groupBy });
  const rows = expectedRanking(world, board, split, { ties });
  expect(leaderboard.ranking).toEqual({ totalCount: rows.length, nodes: rows });
  const groups = expectedStatistics(world, board, split, groupBy);
  expect(leaderboard.statistics).toEqual({
    totalCount: groups.length,
    nodes: groups.map((group) => ({
      ...group,
      mean: close(group.mean),
      standardDeviation: close(group.standardDeviation),
    })),
  });
}

it("keeps all rankings and groups as they are computed", async () => {
  expect(await notKept(service.dataSource)).toEqual([]);
  expect(await wronglyKept(service.dataSource)).toEqual([]);
  for (const groupBy of GROUPINGS) await expectRightAnswers("down", "b", "FRACTIONAL", groupBy);
});

const ALL = ["down/a", "down/b", "up/a", "up/b"];
const on = (splits: string[], ...groupings: string[]) =>
  splits.flatMap((split) => groupings.map((grouping) => `${split} ${grouping}`)).sort();

const SCORED = `(SELECT submission_id FROM score GROUP BY submission_id HAVING count(value) = 4 ORDER BY 1 LIMIT 1)`;
const SPLIT = (board: string, split: string) =>
  `(SELECT sp.id FROM split sp JOIN leaderboard lb ON lb.id = sp.leaderboard_id WHERE lb.slug = '${board}' AND sp.slug = '${split}')`;

it.each<[string, string, string[]]>([
  [
    "the value of a score",
    `UPDATE score SET value = 1, reported = '1' WHERE submission_id = ${SCORED} AND split_id = ${SPLIT("up", "a")}`,
    ["up/a"],
  ],
  [
    "the digits of a value that stays the same",
    `UPDATE score SET value = 1.0, reported = '1.0' WHERE submission_id = ${SCORED} AND split_id = ${SPLIT("up", "a")}`,
    ["up/a"],
  ],
  ["the place in the source of all scores", "UPDATE score SET source_line = 7, import_id = NULL", []],
  [
    "a score to another split",
    `UPDATE score SET split_id = ${SPLIT("up", "b")} WHERE id = (
    SELECT min(id) FROM score x WHERE x.split_id = ${SPLIT("down", "b")} AND NOT EXISTS (
      SELECT FROM score o WHERE o.submission_id = x.submission_id AND o.split_id = ${SPLIT("up", "b")}))`,
    ["down/b", "up/b"],
  ],
  [
    "a score that goes",
    `DELETE FROM score WHERE submission_id = ${SCORED} AND split_id = ${SPLIT("down", "a")}`,
    ["down/a"],
  ],
  [
    "a submission that goes with its scores",
    `DELETE FROM variant; DELETE FROM submission WHERE id = (
    SELECT x.submission_id FROM score x WHERE x.submission_id NOT IN (
      SELECT inherited_from_id FROM loss_function_claim WHERE inherited_from_id IS NOT NULL
      UNION SELECT inherited_from_id FROM backbone_claim WHERE inherited_from_id IS NOT NULL
      UNION SELECT inherited_from_id FROM training_dataset_claim WHERE inherited_from_id IS NOT NULL
      UNION SELECT inherited_from_id FROM test_set_cleaning WHERE inherited_from_id IS NOT NULL)
    GROUP BY x.submission_id HAVING count(x.value) = 4 ORDER BY 1 LIMIT 1)`,
    ALL,
  ],
  ["the day of a submission", `UPDATE submission SET submitted_on = '2016-05-05' WHERE id = ${SCORED}`, ALL],
  [
    "the label of a submission",
    `UPDATE submission SET name = NULL, name_key = NULL, label = 'A' WHERE id = ${SCORED}`,
    ALL,
  ],
  ["the summary of a submission", `UPDATE submission SET summary = NULL, source_line = 3`, []],
  [
    "its training scale",
    `UPDATE submission SET training_scale = NULL WHERE training_scale IS NOT NULL`,
    on(ALL, "TRAINING_SCALE"),
  ],
  [
    "whether it is described",
    `UPDATE submission SET described = true WHERE NOT described`,
    on(ALL, "DESCRIBED"),
  ],
  [
    "the direction of a metric",
    `UPDATE metric SET direction = 'UNKNOWN' WHERE slug = 'up-metric'`,
    ["up/a", "up/b"],
  ],
  [
    "a direction that becomes known",
    `UPDATE metric SET direction = 'HIGHER_IS_BETTER' WHERE slug = 'up-metric'`,
    ["up/a", "up/b"],
  ],
  [
    "the metric of a leaderboard",
    `UPDATE leaderboard SET metric_id = (SELECT id FROM metric WHERE slug = 'down-metric') WHERE slug = 'up'`,
    ["up/a", "up/b"],
  ],
  [
    "the metric of a leaderboard, back",
    `UPDATE leaderboard SET metric_id = (SELECT id FROM metric WHERE slug = 'up-metric') WHERE slug = 'up'`,
    ["up/a", "up/b"],
  ],
  ["the name of a split", "UPDATE split SET name = 'Other' WHERE slug = 'a'", []],
  [
    "the name of an organisation",
    "UPDATE organisation SET name = 'Acme Inc.', name_key = 'acme inc.' WHERE slug = 'acme'",
    on(ALL, "ORGANISATION"),
  ],
  [
    "the links of organisations",
    `DELETE FROM submission_organisation WHERE submission_id = (SELECT min(submission_id) FROM submission_organisation WHERE submission_id IN (SELECT submission_id FROM score WHERE value IS NOT NULL GROUP BY 1 HAVING count(*) = 4))`,
    on(ALL, "ORGANISATION"),
  ],
  [
    "the family of a loss function",
    "UPDATE loss_function SET is_family = false WHERE slug = 'sharp-margin'",
    on(ALL, "LOSS_FAMILY", "LOSS_FUNCTION"),
  ],
  [
    "what stands above a backbone",
    "UPDATE backbone SET parent_id = NULL WHERE slug = 'res-50'",
    on(ALL, "BACKBONE", "BACKBONE_FAMILY"),
  ],
  [
    "the name of a training dataset",
    "UPDATE training_dataset SET name = 'Other', name_key = 'other' WHERE slug = 'ms'",
    on(ALL, "TRAINING_DATASET"),
  ],
  [
    "the basis of claims",
    "UPDATE backbone_claim SET basis = 'CITED' WHERE basis = 'STATED'",
    on(ALL, "BACKBONE", "BACKBONE_FAMILY"),
  ],
  ["the term of claims", "UPDATE backbone_claim SET term = 'other ' || id", []],
  ["claims on datasets that go", "DELETE FROM training_dataset_claim", on(ALL, "TRAINING_DATASET")],
  [
    "the cleaning of test sets",
    "UPDATE test_set_cleaning SET kind = 'NONE' WHERE kind = 'OWN'",
    on(ALL, "TEST_SET_CLEANING"),
  ],
  [
    "a new thing that nobody uses",
    "INSERT INTO loss_function (slug, name, name_key, parent_id) SELECT 'new', 'New', 'new', id FROM loss_function WHERE slug = 'margin'",
    [],
  ],
])("forgets what depends on %s, and nothing else", async (_, statements, expected) => {
  for (const statement of statements.split("; ")) await run(statement);
  expect(await notKept(service.dataSource)).toEqual(expected);
  expect(await wronglyKept(service.dataSource)).toEqual([]);
});

/** Ways in which another hand may write: any part of what is kept can depend on them. */
const WRITES: ((dice: Dice) => string)[] = [
  (dice) =>
    `UPDATE score SET (value, reported) = (SELECT v, v::text FROM (SELECT round(${dice.roll()} * 100, 1) AS v) AS n)
     WHERE id % 17 = ${Math.floor(dice.roll() * 17)}`,
  (dice) => `UPDATE score SET value = NULL, reported = NULL WHERE id % 31 = ${Math.floor(dice.roll() * 31)}`,
  (dice) => `DELETE FROM score WHERE id % 53 = ${Math.floor(dice.roll() * 53)}`,
  (dice) => `INSERT INTO score (submission_id, split_id, value, reported, source_id)
    SELECT s.id, sp.id, v, v::text, s.source_id FROM submission s, split sp, (SELECT ${Math.floor(dice.roll() * 9)}::numeric AS v) AS n
    WHERE s.id % 13 = ${Math.floor(dice.roll() * 13)} ON CONFLICT DO NOTHING`,
  (dice) =>
    `UPDATE submission SET submitted_on = ${dice.pick(["NULL", "'2017-06-15'", "'2018-01-01'"])} WHERE id % 9 = ${Math.floor(dice.roll() * 9)}`,
  (dice) =>
    `UPDATE submission SET label = 'x' || id, name = NULL, name_key = NULL WHERE id % 11 = ${Math.floor(dice.roll() * 11)}`,
  (dice) =>
    `UPDATE submission SET training_scale = ${dice.pick(["NULL", "'LARGE'"])} WHERE id % 7 = ${Math.floor(dice.roll() * 7)}`,
  (dice) =>
    `UPDATE metric SET direction = '${dice.pick(["HIGHER_IS_BETTER", "LOWER_IS_BETTER"])}' WHERE slug = 'up-metric'`,
  (dice) =>
    `UPDATE loss_function SET is_family = ${dice.chance(0.5)} WHERE slug = '${dice.pick(["margin", "sharp-margin", "arc", "cos"])}'`,
  (dice) =>
    `UPDATE backbone SET parent_id = ${dice.chance(0.5) ? "NULL" : "(SELECT id FROM backbone WHERE slug = 'res')"} WHERE slug IN ('res-50', 'plain-net')`,
  (dice) => `DELETE FROM loss_function_claim WHERE id % 19 = ${Math.floor(dice.roll() * 19)}`,
  (dice) =>
    `UPDATE backbone_claim SET basis = '${dice.pick(["STATED", "CITED"])}' WHERE id % 5 = ${Math.floor(dice.roll() * 5)} AND basis <> 'INHERITED' AND backbone_id IS NOT NULL`,
  (dice) =>
    `UPDATE organisation SET name = 'Name ${Math.floor(dice.roll() * 1e6)}' WHERE slug = '${dice.pick(["acme", "bolt"])}'`,
  (dice) => `INSERT INTO submission_organisation (submission_id, organisation_id, position)
    SELECT s.id, o.id, 9 FROM submission s, organisation o WHERE s.id % 15 = ${Math.floor(dice.roll() * 15)} ON CONFLICT DO NOTHING`,
  (dice) => `DELETE FROM test_set_cleaning WHERE submission_id % 8 = ${Math.floor(dice.roll() * 8)}`,
];

it("answers rightly after random writes by plain SQL, whatever of it is kept", async () => {
  const dice = new Dice(5);
  let partly = 0;
  for (let i = 0; i < 30; i += 1) {
    await run(dice.pick(WRITES)(dice));
    if (dice.chance(0.3)) await keepEverything(service.dataSource);
    const missing = (await notKept(service.dataSource)).length;
    if (missing > 0 && missing < 20) partly += 1;
    expect(await wronglyKept(service.dataSource)).toEqual([]);
    await expectRightAnswers(
      dice.pick(["up", "down"]),
      dice.pick(["a", "b"]),
      dice.pick(["COMPETITION", "DENSE", "ORDINAL", "FRACTIONAL"] as const),
      dice.pick(GROUPINGS),
    );
  }
  expect(partly).toBeGreaterThan(5);
});

const MORE = "UPDATE score SET value = value + 1, reported = (value + 1)::text WHERE value IS NOT NULL";

describe("a write that is not committed yet", () => {
  it("changes nothing for others, is not waited for, and nothing of it stays when it is taken back", async () => {
    const runner = service.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query(MORE);
    expect((await runner.query("SELECT count(*)::integer AS n FROM kept_split"))[0].n).toBe(0);
    expect(await notKept(service.dataSource)).toEqual([]);
    expect(await refreshKeptIfIdle(poolOf(service.dataSource))).toBeNull();
    await expectRightAnswers("up", "a", "DENSE", "YEAR");
    await runner.rollbackTransaction();
    await runner.release();
    expect(await notKept(service.dataSource)).toEqual([]);
    expect(await wronglyKept(service.dataSource)).toEqual([]);
  });

  it("is waited for by whoever keeps rankings at the end of a write of their own", async () => {
    await run(MORE);
    const runner = service.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query(MORE);
    const keeping = keepEverything(service.dataSource);
    await runner.query(MORE);
    await runner.commitTransaction();
    await runner.release();
    await keeping;
    expect(await notKept(service.dataSource)).toEqual([]);
    expect(await wronglyKept(service.dataSource)).toEqual([]);
  });
});

it("cannot be emptied behind its back", async () => {
  for (const table of ["kept_split", "kept_ranking", "kept_grouping", "kept_group"]) {
    await expect(run(`TRUNCATE ${table}`)).rejects.toThrow("truncate of");
  }
});
