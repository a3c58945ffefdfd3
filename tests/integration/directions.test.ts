import { MetricDirection } from "../../src/domain/leaderboard/metric.entity";
import { loadRecords } from "../../src/importers/load";
import { leaderboard, records, score, submission } from "../support/factories";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;

beforeAll(async () => {
  service = await startTestService("empty");
  const boards = [
    leaderboard("known"),
    leaderboard("riddle", { direction: MetricDirection.UNKNOWN }),
    leaderboard("puzzle", { direction: MetricDirection.UNKNOWN }),
  ];
  const values: [string, string, string][] = [
    ["low", "1", "2020-01-01"],
    ["middle", "2", "2020-02-01"],
    ["high", "3", "2020-03-01"],
  ];
  await loadRecords(
    service.dataSource,
    records({
      metrics: boards.flatMap((board) => board.metrics),
      leaderboards: boards.flatMap((board) => board.leaderboards),
      submissions: values.map(([name, , submittedOn]) => submission(name, { submittedOn })),
      scores: values.flatMap(([name, value]) =>
        ["known", "riddle", "puzzle"].map((board) => score(name, board, { a: value, b: value })),
      ),
    }),
  );
});
afterAll(async () => {
  const { logged } = service;
  await service.close();
  expect(logged).toEqual([]);
});

const onBoard = async (board: string, field: string) =>
  (await service.data(`{ leaderboard(ref: "${board}") { ${field} } }`)).leaderboard;

const RANKED = "direction directionSaidBy totalCount nodes { rank behindLeader submission { slug } }";

describe("a leaderboard of whose metric no source says which values are better", () => {
  const ranked = (order: string[]) =>
    order.map((slug, i) => ({ rank: i + 1, behindLeader: i, submission: { slug } }));

  it.each([
    ["HIGHER_IS_BETTER", ["high", "middle", "low"]],
    ["LOWER_IS_BETTER", ["low", "middle", "high"]],
  ])("is ranked by %s when the caller says so, and the answer tells who did", async (direction, order) => {
    const { ranking } = await onBoard("riddle", `ranking(direction: ${direction}) { ${RANKED} }`);
    expect(ranking).toEqual({
      ...{ direction, directionSaidBy: "CALLER", totalCount: 3, nodes: ranked(order) },
    });
    const { statistics } = await onBoard(
      "riddle",
      `statistics(groupBy: DESCRIBED, direction: ${direction}) { direction directionSaidBy nodes { mean best { submission { slug } } } }`,
    );
    expect(statistics).toEqual({
      ...{ direction, directionSaidBy: "CALLER" },
      nodes: [{ mean: 2, best: { submission: { slug: order[0] } } }],
    });
    const { stateOfTheArt } = await onBoard(
      "riddle",
      `stateOfTheArt(direction: ${direction}) { direction directionSaidBy submission { slug } }`,
    );
    const records = direction === "HIGHER_IS_BETTER" ? ["low", "middle", "high"] : ["low"];
    expect(stateOfTheArt).toEqual(
      records.map((slug) => ({ direction, directionSaidBy: "CALLER", submission: { slug } })),
    );
  });

  it("is not ranked when nobody says it, and the error says what to give", async () => {
    for (const field of [
      "ranking { totalCount }",
      "statistics(groupBy: YEAR) { totalCount }",
      "stateOfTheArt { heldFrom }",
      'rankChanges(otherSplit: "b") { totalCount }',
    ]) {
      const { errors } = await service.ask(`{ leaderboard(ref: "riddle") { ${field} } }`);
      expect(errors?.[0].extensions).toMatchObject({ code: "DIRECTION_UNKNOWN", argument: "direction" });
      expect(errors?.[0].message).toContain("give `direction`, HIGHER_IS_BETTER or LOWER_IS_BETTER");
    }
  });

  it("has facets and pages by the direction, and no cursor of one leads into the other", async () => {
    const field = (direction: string, after = "") =>
      `ranking(first: 1, direction: ${direction}${after}) { facets(groupBy: [YEAR]) { groups { count } }
        nodes { submission { slug } } pageInfo { endCursor } }`;
    const { ranking: first } = await onBoard("riddle", field("LOWER_IS_BETTER"));
    expect(first.facets).toEqual([{ groups: [{ count: 3 }] }]);
    const after = `, after: "${first.pageInfo.endCursor}"`;
    const { ranking: second } = await onBoard("riddle", field("LOWER_IS_BETTER", after));
    expect(second.nodes).toEqual([{ submission: { slug: "middle" } }]);
    const { errors } = await service.ask(
      `{ leaderboard(ref: "riddle") { ${field("HIGHER_IS_BETTER", after)} } }`,
    );
    expect(errors?.[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "after" });
  });

  it("gives its scores a place by the caller's direction, and none without", async () => {
    const places = "rank overallRank tied behindLeader";
    const by = (name: string, direction: string) =>
      `${name}Rank: rank(direction: ${direction}, ties: DENSE) ${name}Overall: overallRank(direction: ${direction})
       ${name}Tied: tied(direction: ${direction}) ${name}Behind: behindLeader(direction: ${direction})`;
    const { submission: low } = await service.data(`{ submission(ref: "low") {
      scores(leaderboard: "riddle", split: "a") { ${places}
        ${by("high", "HIGHER_IS_BETTER")} ${by("low", "LOWER_IS_BETTER")} } } }`);
    expect(low.scores).toEqual([
      {
        ...{ rank: null, overallRank: null, tied: null, behindLeader: null },
        ...{ highRank: 3, highOverall: 3, highTied: false, highBehind: 2 },
        ...{ lowRank: 1, lowOverall: 1, lowTied: false, lowBehind: 0 },
      },
    ]);
  });
});

describe("a leaderboard whose source says which values are better", () => {
  it("may be asked with the same direction, and the answer says that it is the source's", async () => {
    for (const args of ["", "(direction: HIGHER_IS_BETTER)"]) {
      const { ranking } = await onBoard("known", `ranking${args} { ${RANKED} }`);
      expect(ranking).toMatchObject({ direction: "HIGHER_IS_BETTER", directionSaidBy: "SOURCE" });
      expect(ranking.nodes[0].submission.slug).toBe("high");
    }
  });

  it.each([
    "ranking(direction: LOWER_IS_BETTER) { totalCount }",
    "statistics(groupBy: YEAR, direction: LOWER_IS_BETTER) { totalCount }",
    "stateOfTheArt(direction: LOWER_IS_BETTER) { heldFrom }",
    'rankChanges(otherSplit: "b", direction: LOWER_IS_BETTER) { totalCount }',
    "ranking { nodes { score { rank(direction: LOWER_IS_BETTER) } } }",
  ])("must not be asked with the other one: %s", async (field) => {
    const { errors } = await service.ask(`{ leaderboard(ref: "known") { ${field} } }`);
    expect(errors?.[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "direction" });
    expect(errors?.[0].message).toContain('the source says that higher values of "known metric" are better');
  });
});

describe("changes of places between two sides", () => {
  const CHANGES =
    "direction directionSaidBy otherDirection otherDirectionSaidBy totalCount nodes { rank otherRank submission { slug } }";
  const changes = async (board: string, args: string) =>
    (await onBoard(board, `rankChanges(${args}) { ${CHANGES} }`)).rankChanges;

  it("take the caller's direction on both splits of one leaderboard", async () => {
    const found = await changes("riddle", 'otherSplit: "b", direction: LOWER_IS_BETTER');
    expect(found).toMatchObject({
      ...{ direction: "LOWER_IS_BETTER", directionSaidBy: "CALLER" },
      ...{ otherDirection: "LOWER_IS_BETTER", otherDirectionSaidBy: "CALLER", totalCount: 3 },
    });
    expect(found.nodes[0]).toEqual({ rank: 1, otherRank: 1, submission: { slug: "low" } });
  });

  it("take a direction for each side where the metrics differ", async () => {
    const found = await changes("known", 'otherLeaderboard: "riddle", otherDirection: LOWER_IS_BETTER');
    expect(found).toMatchObject({
      ...{ direction: "HIGHER_IS_BETTER", directionSaidBy: "SOURCE" },
      ...{ otherDirection: "LOWER_IS_BETTER", otherDirectionSaidBy: "CALLER" },
    });
    expect(found.nodes[0]).toEqual({ rank: 1, otherRank: 3, submission: { slug: "high" } });
    const both = "direction: HIGHER_IS_BETTER, otherDirection: LOWER_IS_BETTER";
    const two = await changes("riddle", `otherLeaderboard: "puzzle", ${both}`);
    expect(two.nodes[2]).toEqual({ rank: 3, otherRank: 1, submission: { slug: "low" } });
  });

  it.each([
    ["riddle", 'otherLeaderboard: "puzzle", direction: LOWER_IS_BETTER', "DIRECTION_UNKNOWN"],
    ["known", 'otherLeaderboard: "riddle", direction: HIGHER_IS_BETTER', "DIRECTION_UNKNOWN"],
    ["known", 'otherSplit: "b", otherDirection: LOWER_IS_BETTER', "BAD_USER_INPUT"],
  ])("of %s with %s are an error of the other side", async (board, args, code) => {
    const { errors } = await service.ask(
      `{ leaderboard(ref: "${board}") { rankChanges(${args}) { totalCount } } }`,
    );
    expect(errors?.[0].extensions).toMatchObject({ code, argument: "otherDirection" });
  });
});

describe("a comparison", () => {
  const COMPARED = `results { leaderboard { slug } split { slug } direction directionSaidBy
    cells { overallRank best } }`;
  const compare = async (args = "") => {
    const { comparison } = await service.data(`{ comparison(refs: ["low", "high"]${args}) { ${COMPARED} } }`);
    return comparison.results.filter(({ split }: { split: { slug: string } }) => split.slug === "a");
  };
  const result = (slug: string, direction: string | null, directionSaidBy: string | null) => ({
    ...{ leaderboard: { slug }, split: { slug: "a" }, direction, directionSaidBy },
  });
  const highFirst = [
    { overallRank: 3, best: false },
    { overallRank: 1, best: true },
  ];

  it("says of each result who says which values are better", async () => {
    const none = { overallRank: null, best: false };
    expect(await compare()).toEqual([
      { ...result("known", "HIGHER_IS_BETTER", "SOURCE"), cells: highFirst },
      { ...result("riddle", null, null), cells: [none, none] },
      { ...result("puzzle", null, null), cells: [none, none] },
    ]);
  });

  it("uses the caller's direction only where no source says one", async () => {
    const lowFirst = [...highFirst].reverse();
    expect(await compare(", direction: LOWER_IS_BETTER")).toEqual([
      { ...result("known", "HIGHER_IS_BETTER", "SOURCE"), cells: highFirst },
      { ...result("riddle", "LOWER_IS_BETTER", "CALLER"), cells: lowFirst },
      { ...result("puzzle", "LOWER_IS_BETTER", "CALLER"), cells: lowFirst },
    ]);
  });
});
