import { Basis } from "../../src/domain/claim/basis";
import { MetricDirection } from "../../src/domain/leaderboard/metric.entity";
import { loadRecords } from "../../src/importers/load";
import { leaderboard, records, score, submission } from "../support/factories";
import { expectedStatistics, GROUPINGS, type GroupBy, nameOf } from "../support/oracle/groups";
import { population } from "../support/oracle/population";
import { selected } from "../support/oracle/ranking";
import type { Where } from "../support/oracle/where";
import { readWorld, type World } from "../support/oracle/world";
import { startTestService, type TestService } from "../support/test-service";

const { STATED } = Basis;

const STATISTICS = `query ($board: String!, $split: String, $groupBy: Grouping!, $where: SubmissionWhere, $asOf: Date) {
  leaderboard(ref: $board) {
    statistics(split: $split, groupBy: $groupBy, where: $where, asOf: $asOf, first: 500) {
      totalCount
      nodes { key label count mean median standardDeviation min max best { submission { slug } } }
    }
  }
}`;

interface Asked {
  board: string;
  split?: string;
  groupBy: GroupBy;
  where?: Where;
  asOf?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are compared with literals, not typed
type Group = any;

async function statistics(service: TestService, asked: Asked): Promise<Group[]> {
  const { totalCount, nodes } = (await service.data(STATISTICS, { ...asked })).leaderboard.statistics;
  expect(totalCount).toBe(nodes.length);
  return nodes;
}

/** A figure that is irrational or periodic can only be compared to the last digits of a float. */
const close = (value: number | null) => (value === null ? null : expect.closeTo(value, 9));

describe("statistics of made rows", () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService("empty");
    const boards = [
      leaderboard("rate"),
      leaderboard("error", { direction: MetricDirection.LOWER_IS_BETTER }),
    ];
    const rows: [string, string, Parameters<typeof submission>[1]][] = [
      ["p", "0.1", { submittedOn: "2019-12-31", lossFunctions: ["arc", "arc-two", "triplet"].map(stated) }],
      ["q", "0.2", { submittedOn: "2020-01-01", lossFunctions: ["arc-two"].map(stated) }],
      ["r", "0.7", { submittedOn: "2020-02-01", lossFunctions: ["sharp"].map(stated) }],
      ["s", "0.70", { submittedOn: "2020-01-15", lossFunctions: ["cos"].map(stated) }],
      ["t", "0.4", { lossFunctions: [{ basis: Basis.VAGUE }] }],
    ];
    await loadRecords(
      service.dataSource,
      records({
        metrics: boards.flatMap((board) => board.metrics),
        leaderboards: boards.flatMap((board) => board.leaderboards),
        lossFunctions: [
          { slug: "margin", name: "Margin", family: true },
          { slug: "sharp", name: "Sharp", parent: "margin", family: true },
          { slug: "arc", name: "Arc", parent: "sharp" },
          { slug: "arc-two", name: "Arc two", parent: "arc" },
          { slug: "cos", name: "Cos", parent: "margin" },
          { slug: "triplet", name: "Triplet" },
        ],
        submissions: rows.map(([name, , parts]) => submission(name, parts)),
        scores: rows.flatMap(([name, value]) => [
          score(name, "rate", { a: value }),
          score(name, "error", { a: value }),
        ]),
      }),
    );
  });
  afterAll(async () => {
    expect(service.logged).toEqual([]);
    await service.close();
  });

  const stated = (thing: string) => ({ thing, basis: STATED });
  const keys = (groups: Group[]) => groups.map((group) => group.key);

  it("put a submission with two losses into both groups, and the unknown last", async () => {
    const groups = await statistics(service, { board: "rate", groupBy: "LOSS_FUNCTION" });
    expect(groups.map((group) => [group.key, group.label, group.count])).toEqual([
      ["cos", "Cos", 1],
      ["sharp", "Sharp", 1],
      ["arc-two", "Arc two", 2],
      ["arc", "Arc", 1],
      ["triplet", "Triplet", 1],
      [null, "Unknown", 1],
    ]);
  });

  it("group by the nearest family, itself included, and count a submission once in it", async () => {
    const groups = await statistics(service, { board: "rate", groupBy: "LOSS_FAMILY" });
    expect(groups.map((group) => [group.key, group.count])).toEqual([
      ["margin", 1],
      ["sharp", 3],
      ["triplet", 1],
      [null, 1],
    ]);
  });

  it("compute mean, median and the sample's deviation; the median of an even number is exact", async () => {
    const [, group] = await statistics(service, { board: "rate", groupBy: "YEAR" });
    // 0.2, 0.7, 0.70: the deviations from the mean 8/15 are -1/3, 1/6, 1/6.
    expect(group).toMatchObject({
      key: "2020",
      count: 3,
      mean: close(8 / 15),
      median: 0.7,
      min: 0.2,
      max: 0.7,
    });
    expect(group.standardDeviation).toBeCloseTo(Math.sqrt(1 / 12), 12);
    const [pair] = await statistics(service, {
      board: "rate",
      groupBy: "DESCRIBED",
      where: { submission: { is: ["p", "q"] } },
    });
    expect(pair).toMatchObject({ key: "false", count: 2, mean: 0.15, median: 0.15 });
    const [single] = await statistics(service, { board: "rate", groupBy: "YEAR", asOf: "2019-12-31" });
    expect(single).toMatchObject({ key: "2019", count: 1, mean: 0.1, median: 0.1, standardDeviation: null });
  });

  it("name the best in the metric's direction, of equals the first by date", async () => {
    const [, rate] = await statistics(service, { board: "rate", groupBy: "YEAR" });
    expect(rate.best.submission.slug).toBe("s");
    const [, error] = await statistics(service, { board: "error", groupBy: "YEAR" });
    expect(error).toMatchObject({ best: { submission: { slug: "q" } }, min: 0.2, max: 0.7 });
  });

  it("list groups of time in order and others by their best, the smallest where lower is better", async () => {
    const years = await statistics(service, { board: "error", groupBy: "YEAR" });
    expect(keys(years)).toEqual(["2019", "2020", null]);
    const months = await statistics(service, { board: "rate", groupBy: "MONTH" });
    expect(keys(months)).toEqual(["2019-12", "2020-01", "2020-02", null]);
    const families = await statistics(service, { board: "error", groupBy: "LOSS_FAMILY" });
    expect(keys(families)).toEqual(["sharp", "triplet", "margin", null]);
  });

  it("have no unknown group where everything is known", async () => {
    const groups = await statistics(service, { board: "rate", groupBy: "YEAR", asOf: "2020-01-15" });
    expect(groups.map((group) => [group.key, group.count])).toEqual([
      ["2019", 1],
      ["2020", 2],
    ]);
  });
});

describe.each(["a made population", "the default data"])("statistics of %s", (data) => {
  let service: TestService;
  let world: World;
  const made = data === "a made population";
  const boards = made ? ["up", "down"] : ["megaface-identification", "megaface-verification"];
  beforeAll(async () => {
    service = await startTestService(made ? "empty" : "seeded");
    if (made) await loadRecords(service.dataSource, population(4));
    world = await readWorld(service.dataSource);
  });
  afterAll(async () => {
    expect(service.logged).toEqual([]);
    await service.close();
  });

  it.each(GROUPINGS)("by %s are as worked out from the rows", async (groupBy) => {
    for (const board of boards) {
      for (const selection of [
        {},
        { asOf: "2017-06-15" },
        { where: { not: { trainingScale: { is: ["SMALL"] } } } },
        { where: { score: { gt: 50 } }, asOf: "2018-01-31" },
        { where: { score: { gt: 1000 } } },
      ]) {
        for (const split of made ? ["a", "b"] : ["set-1", "set-3"]) {
          const groups = await statistics(service, { board, split, groupBy, ...selection });
          const expected = expectedStatistics(world, board, split, groupBy, selection);
          expect(groups).toEqual(
            expected.map(({ mean, standardDeviation, ...group }) => ({
              ...group,
              label: (group.key && nameOf(world, groupBy, group.key)) ?? expect.stringMatching(/./),
              mean: close(mean),
              standardDeviation: close(standardDeviation),
            })),
          );
        }
      }
    }
  });

  it("by whether described count every selected row once", async () => {
    for (const board of boards) {
      const split = made ? "a" : "set-1";
      const groups = await statistics(service, { board, split, groupBy: "DESCRIBED" });
      const total = groups.reduce((sum, group) => sum + group.count, 0);
      expect(total).toBe(selected(world, board, split, {}).length);
    }
  });

  it("come in pages that join to the whole", async () => {
    const query = `query ($board: String!, $after: String) { leaderboard(ref: $board) {
      statistics(groupBy: ORGANISATION, first: 2, after: $after) {
        nodes { key } pageInfo { hasNextPage endCursor } } } }`;
    const [board] = boards;
    const read: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Group = (await service.data(query, { board, after })).leaderboard.statistics;
      read.push(...page.nodes.map((group: Group) => group.key));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    const split = world.defaultSplit.get(board) as string;
    expect(read).toEqual(expectedStatistics(world, board, split, "ORGANISATION").map((group) => group.key));
  });
});
