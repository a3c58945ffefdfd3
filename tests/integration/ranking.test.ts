import { MetricDirection } from "../../src/domain/leaderboard/metric.entity";
import { loadRecords } from "../../src/importers/load";
import { leaderboard, records, score, submission } from "../support/factories";
import { population } from "../support/oracle/population";
import { expectedRanking, fieldOf, RANKING_FIELDS, type Ties } from "../support/oracle/ranking";
import { readWorld, type World } from "../support/oracle/world";
import { startTestService, type TestService } from "../support/test-service";

const TIES: Ties[] = ["COMPETITION", "DENSE", "ORDINAL", "FRACTIONAL"];

const RANKING = `query ($board: String!, $split: String, $ties: TieRule!, $where: SubmissionWhere, $asOf: Date) {
  leaderboard(ref: $board) {
    ranking(split: $split, ties: $ties, where: $where, asOf: $asOf, first: 500) { ${RANKING_FIELDS} }
  }
}`;

async function rank(service: TestService, variables: Record<string, unknown>) {
  const data = await service.data(RANKING, { ties: "COMPETITION", ...variables });
  return data.leaderboard.ranking;
}

describe("rankings of made rows", () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService("empty");
    // Six rows, two pairs of equals: 90, 80.0, 80.00, 70, 60, 60.
    const rows = {
      lead: ["90", "2020-05-01"],
      late: ["80.0", "2021-01-01"],
      early: ["80.00", "2019-01-01"],
      middle: ["70", undefined],
      Z: ["60", "2020-01-01"],
      a: ["60", "2020-01-01"],
      é: ["60.0", "2020-01-01"],
      undated: ["60", undefined],
    } as const;
    const boards = [
      leaderboard("ties"),
      leaderboard("error", { direction: MetricDirection.LOWER_IS_BETTER }),
      leaderboard("fine"),
      leaderboard("riddle", { direction: MetricDirection.UNKNOWN }),
      leaderboard("bare"),
    ];
    boards[4].leaderboards[0].splits = [
      { slug: "first", name: "First" },
      { slug: "second", name: "Second" },
    ];
    const fine = {
      lead: "0.1",
      late: "0.3",
      early: "0.30000000000000004",
      middle: "12345678901234567.891",
      Z: "12345678901234567.892",
      a: "1.00000000000000000001",
      é: "1.00000000000000000002",
    };
    const slugOf = (name: string) => (name === "é" ? "e-acute" : name.toLowerCase());
    await loadRecords(
      service.dataSource,
      records({
        metrics: boards.flatMap((board) => board.metrics),
        leaderboards: boards.flatMap((board) => board.leaderboards),
        submissions: Object.entries(rows).map(([name, [, submittedOn]]) =>
          submission(name, { slug: slugOf(name), submittedOn }),
        ),
        scores: [
          ...Object.entries(rows).map(([name, [value]]) => score(slugOf(name), "ties", { a: value })),
          ...Object.entries(rows).map(([name, [value]]) => score(slugOf(name), "error", { a: value })),
          ...Object.entries(fine).map(([name, value]) => score(slugOf(name), "fine", { a: value })),
          score("lead", "riddle", { a: "1" }),
          score("lead", "bare", { first: "1", second: "2" }),
        ],
      }),
    );
  });
  afterAll(async () => {
    expect(service.logged).toEqual([]);
    await service.close();
  });

  const column = (ranking: { nodes: never[] }, field: string) => ranking.nodes.map((node) => node[field]);
  const slugs = (ranking: { nodes: { submission: { slug: string } }[] }) =>
    ranking.nodes.map((node) => node.submission.slug);

  it.each([
    ["COMPETITION", [1, 2, 2, 4, 5, 5, 5, 5]],
    ["DENSE", [1, 2, 2, 3, 4, 4, 4, 4]],
    ["ORDINAL", [1, 2, 3, 4, 5, 6, 7, 8]],
    ["FRACTIONAL", [1, 2.5, 2.5, 4, 6.5, 6.5, 6.5, 6.5]],
  ])("%s ranks equals by its rule", async (ties, expected) => {
    const ranking = await rank(service, { board: "ties", ties });
    expect(column(ranking, "rank")).toEqual(expected);
    expect(column(ranking, "overallRank")).toEqual(expected);
  });

  it("lists equals by date, the undated last, and those of a day by code point", async () => {
    const ranking = await rank(service, { board: "ties" });
    expect(slugs(ranking)).toEqual(["lead", "early", "late", "middle", "z", "a", "e-acute", "undated"]);
  });

  it("ranks 70.0 and 70.00 equal and keeps their texts", async () => {
    const { nodes } = await rank(service, { board: "ties" });
    expect(nodes[1]).toMatchObject({ tied: true, score: { reported: "80.00" } });
    expect(nodes[2]).toMatchObject({ tied: true, score: { reported: "80.0" } });
    expect(nodes[3]).toMatchObject({ tied: false, behindLeader: 20 });
  });

  it("puts the smallest value first where lower is better, with distances that are never negative", async () => {
    const ranking = await rank(service, { board: "error", ties: "FRACTIONAL" });
    expect(slugs(ranking)).toEqual(["z", "a", "e-acute", "undated", "middle", "early", "late", "lead"]);
    expect(column(ranking, "rank")).toEqual([2.5, 2.5, 2.5, 2.5, 5, 6.5, 6.5, 8]);
    expect(column(ranking, "behindLeader")).toEqual([0, 0, 0, 0, 10, 20, 20, 30]);
  });

  it("tells apart decimals that are one floating-point number", async () => {
    const ranking = await rank(service, { board: "fine" });
    expect(slugs(ranking)).toEqual(["z", "middle", "e-acute", "a", "early", "late", "lead"]);
    expect(column(ranking, "rank")).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(column(ranking, "tied")).toEqual(Array(7).fill(false));
    expect(ranking.nodes[1].behindLeader).toBe(0.001);
    const above = await rank(service, { board: "fine", where: { score: { gt: 0.3, lt: 1 } } });
    expect(slugs(above)).toEqual(["early"]);
  });

  it("as of a day leaves out the undated and the later, keeps that day's, and ranks as on that day", async () => {
    const ranking = await rank(service, { board: "ties", asOf: "2020-01-01", where: { score: { lt: 80 } } });
    expect(slugs(ranking)).toEqual(["z", "a", "e-acute"]);
    expect(column(ranking, "overallRank")).toEqual([2, 2, 2]);
    expect(column(ranking, "behindLeader")).toEqual([20, 20, 20]);
    const dayBefore = await rank(service, { board: "ties", asOf: "2019-12-31" });
    expect(dayBefore.nodes).toMatchObject([{ rank: 1, tied: false, behindLeader: 0 }]);
  });

  it("has no ranking, statistics or records where no source says which values are better", async () => {
    for (const field of [
      "ranking { totalCount }",
      "statistics(groupBy: YEAR) { totalCount }",
      "stateOfTheArt { heldFrom }",
      'rankChanges(otherLeaderboard: "ties") { totalCount }',
    ]) {
      const { errors } = await service.ask(`{ leaderboard(ref: "riddle") { ${field} } }`);
      expect(errors?.[0].extensions?.code).toBe("DIRECTION_UNKNOWN");
    }
    const { errors } = await service.ask(
      `{ leaderboard(ref: "ties") { rankChanges(otherLeaderboard: "riddle") { totalCount } } }`,
    );
    expect(errors?.[0].extensions?.code).toBe("DIRECTION_UNKNOWN");
    const data = await service.data(
      `{ submission(ref: "lead") { scores(leaderboard: "riddle") { value rank overallRank tied behindLeader } } }`,
    );
    expect(data.submission.scores).toEqual([
      { value: 1, rank: null, overallRank: null, tied: null, behindLeader: null },
    ]);
  });

  it("ranks the default split, or the first where none is the default", async () => {
    const data = await service.data(`{
      ties: leaderboard(ref: "ties") { ranking(first: 1) { split { slug } ties asOf } }
      bare: leaderboard(ref: "bare") { ranking { split { slug } nodes { score { value } } } }
    }`);
    expect(data.ties.ranking).toEqual({ split: { slug: "a" }, ties: "COMPETITION", asOf: null });
    expect(data.bare.ranking).toEqual({ split: { slug: "first" }, nodes: [{ score: { value: 1 } }] });
  });

  it("answers for a split without rows with an empty page", async () => {
    const data = await service.data(`{ leaderboard(ref: "ties") { ranking(split: "B") {
      totalCount nodes { rank } pageInfo { hasNextPage startCursor } facets(groupBy: [YEAR]) { unknownCount groups { key } }
    } stateOfTheArt(split: "b") { heldFrom } statistics(split: "b", groupBy: YEAR) { totalCount nodes { key } } } }`);
    expect(data.leaderboard).toEqual({
      ranking: {
        totalCount: 0,
        nodes: [],
        pageInfo: { hasNextPage: false, startCursor: null },
        facets: [{ unknownCount: 0, groups: [] }],
      },
      stateOfTheArt: [],
      statistics: { totalCount: 0, nodes: [] },
    });
  });
});

describe.each(["a made population", "the default data"])("rankings of %s", (data) => {
  let service: TestService;
  let world: World;
  const made = data === "a made population";
  const boards = made ? ["up", "down"] : ["megaface-identification", "megaface-verification"];
  const splits = made ? ["a", "b"] : ["set-1", "set-2", "set-3"];
  beforeAll(async () => {
    service = await startTestService(made ? "empty" : "seeded");
    if (made) await loadRecords(service.dataSource, population(1));
    world = await readWorld(service.dataSource);
  });
  afterAll(async () => {
    expect(service.logged).toEqual([]);
    await service.close();
  });

  const cases = boards.flatMap((board) =>
    splits.flatMap((split) => TIES.map((ties) => [board, split, ties] as const)),
  );
  it.each(cases)("on %s, %s are by %s as worked out from the rows", async (board, split, ties) => {
    for (const selection of [
      {},
      { asOf: "2017-06-15" },
      { where: { trainingScale: { is: ["LARGE"] } } },
      { where: { not: { score: { gte: 70 } } }, asOf: "2017-12-31" },
      { where: { score: { split: splits[1], gt: 12 } } },
    ]) {
      const expected = expectedRanking(world, board, split, { ...selection, ties });
      const ranking = await rank(service, { board, split, ties, ...selection });
      expect(ranking).toEqual({ totalCount: expected.length, nodes: expected });
    }
  });

  it("give every score its place, and list rows without a value as unranked", async () => {
    const { submissions } = await service.data(`{ submissions(first: 500) { nodes { slug scores {
      leaderboard { slug } split { slug } reported overallRank tied behindLeader
      dense: rank(ties: DENSE) ordinal: rank(ties: ORDINAL) fractional: rank(ties: FRACTIONAL)
    } } } }`);
    let count = 0;
    for (const [board, split] of new Set(
      boards.flatMap((board) => splits.map((slug) => [board, slug] as const)),
    )) {
      const rankings = TIES.map((ties) => expectedRanking(world, board, split, { ties }));
      for (const [i, { submission: at, score: expected, ...row }] of rankings[0].entries()) {
        const { scores } = submissions.nodes.find((node: { slug: string }) => node.slug === at.slug);
        const [dense, ordinal, fractional] = rankings.slice(1).map((ranking) => ranking[i].rank);
        const { rank: overallRank, tied, behindLeader } = row;
        expect(scores).toContainEqual({
          ...{ leaderboard: { slug: board }, split: { slug: split }, reported: expected.reported },
          ...{ overallRank, tied, behindLeader, dense, ordinal, fractional },
        });
        count += 1;
      }
      const query = `query ($board: String!, $split: String) {
        leaderboard(ref: $board) { unranked(split: $split, first: 500) { totalCount nodes { slug } } } }`;
      const { unranked } = (await service.data(query, { board, split })).leaderboard;
      const without = world.entries.filter((entry) => entry.scores.get(`${board}/${split}`) === null);
      expect(unranked.totalCount).toBe(without.length);
      expect(unranked.nodes.map((node: { slug: string }) => node.slug).sort()).toEqual(
        without.map((entry) => entry.slug).sort(),
      );
      expect(fieldOf(world, board, split)).toHaveLength(rankings[0].length);
    }
    const all = submissions.nodes.flatMap((node: { scores: unknown[] }) => node.scores);
    expect(all).toHaveLength(count);
  });
});
