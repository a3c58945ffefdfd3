import { loadRecords } from "../../src/importers/load";
import { byCodePoint } from "../support/oracle/decimal";
import { Dice, population } from "../support/oracle/population";
import { randomWhere } from "../support/oracle/random-where";
import { selected } from "../support/oracle/ranking";
import { matches, type Where } from "../support/oracle/where";
import { readWorld, type World } from "../support/oracle/world";
import { startTestService, type TestService } from "../support/test-service";

type Named = { slug: string };

const LIST = `query ($where: SubmissionWhere) {
  submissions(where: $where, first: 500) { totalCount nodes { slug } } }`;

const RANKING = `query ($where: SubmissionWhere, $asOf: Date, $board: String!, $split: String!) {
  leaderboard(ref: $board) {
    ranking(split: $split, where: $where, asOf: $asOf, first: 500) { totalCount nodes { submission { slug } } }
  } }`;

describe("random filters on a made population", () => {
  let service: TestService;
  let world: World;
  beforeAll(async () => {
    service = await startTestService("empty");
    await loadRecords(service.dataSource, population(3));
    world = await readWorld(service.dataSource);
  });
  afterAll(async () => {
    expect(service.logged).toEqual([]);
    await service.close();
  });

  it("find in lists what the rules of filters say", async () => {
    const dice = new Dice(20_260);
    let telling = 0;
    for (let i = 0; i < 200; i += 1) {
      const where: Where = randomWhere(dice, 3);
      const expected = world.entries
        .filter((entry) => matches(world, where, entry))
        .sort((a, b) => byCodePoint(a.label, b.label) || a.id - b.id)
        .map((entry) => entry.slug);
      const { submissions } = await service.data(LIST, { where });
      const found = submissions.nodes.map((node: Named) => node.slug);
      expect({ where, found, totalCount: submissions.totalCount }).toEqual({
        where,
        found: expected,
        totalCount: expected.length,
      });
      if (expected.length > 0 && expected.length < world.entries.length) telling += 1;
    }
    // Filters that hold for all or for nothing would tell little.
    expect(telling).toBeGreaterThan(80);
  });

  it("find in rankings what the rules say, scores being those of the ranked split unless named", async () => {
    const dice = new Dice(42);
    let telling = 0;
    for (let i = 0; i < 100; i += 1) {
      const where = randomWhere(dice, 3, true);
      const place = { board: dice.pick(["up", "down"]), split: dice.pick(["a", "b"]) };
      const asOf = dice.chance(0.3) ? "2017-06-15" : undefined;
      const expected = selected(world, place.board, place.split, { where, asOf }).map(
        ({ entry }) => entry.slug,
      );
      const { ranking } = (await service.data(RANKING, { where, asOf, ...place })).leaderboard;
      const found = ranking.nodes.map((node: { submission: Named }) => node.submission.slug);
      expect({ where, place, asOf, found, totalCount: ranking.totalCount }).toEqual({
        ...{ where, place, asOf, found: expected, totalCount: expected.length },
      });
      if (expected.length > 0) telling += 1;
    }
    expect(telling).toBeGreaterThan(40);
  });
});
