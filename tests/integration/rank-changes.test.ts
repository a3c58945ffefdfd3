import { MetricDirection } from "../../src/domain/leaderboard/metric.entity";
import { loadRecords } from "../../src/importers/load";
import { leaderboard, records, score, submission } from "../support/factories";
import { byCodePoint, exact, toNumber } from "../support/oracle/decimal";
import { population } from "../support/oracle/population";
import { fieldOf, rankAll, type Ties } from "../support/oracle/ranking";
import { matches, type Where } from "../support/oracle/where";
import { readWorld, type World } from "../support/oracle/world";
import { startTestService, type TestService } from "../support/test-service";

const CHANGES = `query ($board: String!, $split: String, $otherLeaderboard: String, $otherSplit: String,
  $ties: TieRule! = COMPETITION, $where: SubmissionWhere) {
  leaderboard(ref: $board) {
    rankChanges(split: $split, otherLeaderboard: $otherLeaderboard, otherSplit: $otherSplit, ties: $ties,
      where: $where, first: 500) {
      totalCount
      nodes { rank otherRank rankChange difference score { reported } otherScore { reported } submission { slug } }
    }
  }
}`;

interface Asked {
  board: string;
  split: string;
  otherBoard: string;
  otherSplit: string;
  ties: Ties;
  where?: Where;
}

/** The changes worked out from the rows; `sameUnit` says whether values can be subtracted. */
function expected(world: World, asked: Asked, sameUnit: boolean) {
  const [own, other] = [
    fieldOf(world, asked.board, asked.split),
    fieldOf(world, asked.otherBoard, asked.otherSplit),
  ];
  const [ranks, otherRanks] = [rankAll(own, asked.ties), rankAll(other, asked.ties)];
  return world.entries
    .filter((entry) => ranks.has(entry) || otherRanks.has(entry))
    .filter((entry) => matches(world, asked.where ?? {}, entry))
    .sort(
      (a, b) => (ranks.get(a) ?? 1e9) - (ranks.get(b) ?? 1e9) || byCodePoint(a.label, b.label) || a.id - b.id,
    )
    .map((entry) => {
      const [rank, otherRank] = [ranks.get(entry) ?? null, otherRanks.get(entry) ?? null];
      const both = rank !== null && otherRank !== null;
      const text = entry.scores.get(`${asked.board}/${asked.split}`) ?? null;
      const otherText = entry.scores.get(`${asked.otherBoard}/${asked.otherSplit}`) ?? null;
      return {
        ...{ rank, otherRank, rankChange: both ? rank - otherRank : null },
        difference: both && sameUnit ? toNumber(exact(otherText as string) - exact(text as string)) : null,
        score: text === null ? null : { reported: text },
        otherScore: otherText === null ? null : { reported: otherText },
        submission: { slug: entry.slug },
      };
    });
}

describe("rank changes", () => {
  let service: TestService;
  let world: World;
  beforeAll(async () => {
    service = await startTestService("empty");
    await loadRecords(service.dataSource, population(2));
    const errors = leaderboard("errors", { unit: "errors", direction: MetricDirection.LOWER_IS_BETTER });
    const rates = leaderboard("rates");
    await loadRecords(
      service.dataSource,
      records({
        metrics: [...errors.metrics, ...rates.metrics],
        leaderboards: [...errors.leaderboards, ...rates.leaderboards],
        submissions: ["one", "two", "three"].map((name) => submission(name)),
        scores: [
          score("one", "rates", { a: "90.1", b: "80" }),
          score("two", "rates", { a: "80.0" }),
          score("three", "rates", { b: "90.4" }),
          score("one", "errors", { a: "12" }),
          score("two", "errors", { a: "3" }),
        ],
      }),
    );
    world = await readWorld(service.dataSource);
  });
  afterAll(async () => {
    expect(service.logged).toEqual([]);
    await service.close();
  });

  const changes = async (variables: Record<string, unknown>) =>
    (await service.data(CHANGES, variables)).leaderboard.rankChanges;

  it("between splits count places lost as negative and keep those with a value on one side only", async () => {
    const { totalCount, nodes } = await changes({ board: "rates", otherSplit: "b" });
    expect(totalCount).toBe(3);
    expect(nodes).toMatchObject([
      { submission: { slug: "one" }, rank: 1, otherRank: 2, rankChange: -1, difference: -10.1 },
      {
        submission: { slug: "two" },
        rank: 2,
        otherRank: null,
        rankChange: null,
        difference: null,
        otherScore: null,
      },
      {
        submission: { slug: "three" },
        rank: null,
        otherRank: 1,
        rankChange: null,
        difference: null,
        score: null,
      },
    ]);
  });

  it("between leaderboards follow each one's direction, and subtract no values of different units", async () => {
    const { nodes } = await changes({ board: "rates", otherLeaderboard: "errors" });
    expect(nodes).toMatchObject([
      { submission: { slug: "one" }, rank: 1, otherRank: 2, rankChange: -1, difference: null },
      { submission: { slug: "two" }, rank: 2, otherRank: 1, rankChange: 1, difference: null },
    ]);
  });

  it("from a split to itself are none", async () => {
    const { nodes } = await changes({ board: "rates", split: "a", otherSplit: "a" });
    expect(nodes).toMatchObject([
      { rankChange: 0, difference: 0 },
      { rankChange: 0, difference: 0 },
    ]);
  });

  it.each<Ties>(["COMPETITION", "DENSE", "ORDINAL", "FRACTIONAL"])(
    "by %s are as worked out from the rows",
    async (ties) => {
      for (const [board, split, otherBoard, otherSplit] of [
        ["up", "a", "up", "b"],
        ["up", "b", "down", "a"],
        ["down", "a", "rates", "a"],
      ]) {
        for (const where of [
          {},
          { described: { is: true } },
          { score: { leaderboard: "up", split: "b", gt: 1 } },
        ]) {
          const nodes = expected(world, { board, split, otherBoard, otherSplit, ties, where }, true);
          expect(
            await changes({ board, split, otherLeaderboard: otherBoard, otherSplit, ties, where }),
          ).toEqual({ totalCount: nodes.length, nodes });
        }
      }
    },
  );

  it("come in pages that join without a gap, those without a rank included", async () => {
    const query = `query ($after: String) { leaderboard(ref: "up") { rankChanges(
      otherLeaderboard: "down", ties: FRACTIONAL, first: 7, after: $after) {
      nodes { submission { slug } } pageInfo { hasNextPage endCursor } } } }`;
    const read: string[] = [];
    let after: string | null = null;
    do {
      const { leaderboard: board } = await service.data(query, { after });
      const { rankChanges } = board;
      read.push(...rankChanges.nodes.map((node: { submission: { slug: string } }) => node.submission.slug));
      after = rankChanges.pageInfo.hasNextPage ? rankChanges.pageInfo.endCursor : null;
    } while (after);
    const whole = expected(
      world,
      { board: "up", split: "a", otherBoard: "down", otherSplit: "a", ties: "FRACTIONAL" },
      true,
    );
    expect(read).toEqual(whole.map((change) => change.submission.slug));
  });

  it("ask the score filter for its leaderboard, for they stand on two", async () => {
    const { errors } = await service.ask(CHANGES, {
      board: "up",
      otherSplit: "b",
      where: { score: { gt: 1 } },
    });
    expect(errors?.[0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT" } });
    expect(errors?.[0].message).toMatch(/leaderboard/);
  });

  it("leave spreads to say how far a submission's values on one leaderboard lie apart", async () => {
    const query = `{ submissions(first: 500) { nodes {
      slug spreads { leaderboard { slug } splitCount min max spread } } } }`;
    const { submissions } = await service.data(query);
    const boards = ["up", "down", "errors", "rates"];
    for (const entry of world.entries) {
      const spreads = boards.flatMap((board) => {
        const texts = ["a", "b"].map((split) => entry.scores.get(`${board}/${split}`));
        const values = texts.flatMap((text) => (text == null ? [] : [exact(text)]));
        if (values.length === 0) return [];
        const [min, max] =
          values[0] < (values[1] ?? values[0]) ? values : [values[1] ?? values[0], values[0]];
        const figures = { min: toNumber(min), max: toNumber(max), spread: toNumber(max - min) };
        return [{ leaderboard: { slug: board }, splitCount: values.length, ...figures }];
      });
      const found = submissions.nodes.find((node: { slug: string }) => node.slug === entry.slug);
      const bySlug = (a: { leaderboard: { slug: string } }, b: { leaderboard: { slug: string } }) =>
        byCodePoint(a.leaderboard.slug, b.leaderboard.slug);
      expect([...found.spreads].sort(bySlug)).toEqual(spreads.sort(bySlug));
    }
  });
});
