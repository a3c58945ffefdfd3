import { MetricDirection } from "../../src/domain/leaderboard/metric.entity";
import { loadRecords } from "../../src/importers/load";
import { leaderboard, records, score, submission } from "../support/factories";
import { exact, toNumber } from "../support/oracle/decimal";
import { population } from "../support/oracle/population";
import { fieldOf, rankAll, type Selection, selected } from "../support/oracle/ranking";
import { readWorld, type World } from "../support/oracle/world";
import { startTestService, type TestService } from "../support/test-service";

const RECORDS = `query ($board: String!, $split: String, $where: SubmissionWhere, $asOf: Date) {
  leaderboard(ref: $board) { stateOfTheArt(split: $split, where: $where, asOf: $asOf) {
    heldFrom heldUntil heldDays improvement score { reported } submission { slug } } } }`;

const COMPARISON = `query ($refs: [String!]!) { comparison(refs: $refs) {
  submissions { slug }
  results { leaderboard { slug } split { slug } spread
    cells { value reported overallRank best submission { slug } score { reported } } } } }`;

const days = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / 86_400_000;

/** Records by the rule: the day's best, of equals the first by name, where it betters all earlier days. */
function expectedRecords(world: World, board: string, split: string, selection: Selection) {
  const rows = selected(world, board, split, selection).filter((row) => row.entry.submittedOn !== null);
  const dates = [...new Set(rows.map((row) => row.entry.submittedOn as string))].sort();
  const held: { day: string; goodness: bigint; text: string; slug: string }[] = [];
  for (const day of dates) {
    // Rows are in the order of their ranking: the first of a day is its best.
    const best = rows.find((row) => row.entry.submittedOn === day);
    const record = held.at(-1)?.goodness;
    if (!best || (record !== undefined && best.goodness <= record)) continue;
    held.push({ day, goodness: best.goodness, text: best.text, slug: best.entry.slug });
  }
  return held.map(({ day, goodness, text, slug }, i) => ({
    heldFrom: day,
    heldUntil: held[i + 1]?.day ?? null,
    heldDays: held[i + 1] ? days(day, held[i + 1].day) : null,
    improvement: i === 0 ? null : toNumber(goodness - held[i - 1].goodness),
    score: { reported: text },
    submission: { slug },
  }));
}

function expectedComparison(world: World, places: [string, string][], slugs: string[]) {
  const entries = slugs.map((slug) => world.entries.find((entry) => entry.slug === slug));
  return places.flatMap(([board, split]) => {
    const texts = entries.map((entry) => entry?.scores.get(`${board}/${split}`) ?? null);
    const values = texts
      .flatMap((text) => (text === null ? [] : [exact(text)]))
      .sort((a, b) => (a < b ? -1 : 1));
    if (values.length === 0) return [];
    const best = world.lowerIsBetter.get(board) ? values[0] : values[values.length - 1];
    const ranks = rankAll(fieldOf(world, board, split), "COMPETITION");
    const cells = entries.map((entry, i) => {
      const text = texts[i];
      return {
        value: text === null ? null : Number(text),
        reported: text,
        overallRank: (entry && ranks.get(entry)) ?? null,
        best: text !== null && exact(text) === best,
        submission: { slug: slugs[i] },
        score: text === null ? null : { reported: text },
      };
    });
    const spread = toNumber(values[values.length - 1] - values[0]);
    return [{ leaderboard: { slug: board }, split: { slug: split }, spread, cells }];
  });
}

describe("records and comparisons of made rows", () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService("empty");
    const boards = [
      leaderboard("rate"),
      leaderboard("error", { direction: MetricDirection.LOWER_IS_BETTER }),
      leaderboard("riddle", { direction: MetricDirection.UNKNOWN }),
    ];
    const rows = {
      first: ["50", "2020-01-01"],
      Twin: ["60", "2020-02-01"],
      bigger: ["60.0", "2020-02-01"],
      weaker: ["55", "2020-02-01"],
      equal: ["60.00", "2020-03-01"],
      top: ["90", undefined],
      hair: ["60.00000000000000000001", "2020-03-02"],
      last: ["70.5", "2024-02-29"],
    } as const;
    await loadRecords(
      service.dataSource,
      records({
        metrics: boards.flatMap((board) => board.metrics),
        leaderboards: boards.flatMap((board) => board.leaderboards),
        submissions: Object.entries(rows).map(([name, [, submittedOn]]) => submission(name, { submittedOn })),
        scores: [
          ...Object.entries(rows).flatMap(([name, [value]]) => [
            score(name.toLowerCase(), "rate", { a: value }),
            score(name.toLowerCase(), "error", { a: value }),
          ]),
          score("first", "riddle", { a: "1", b: "" }),
          score("twin", "riddle", { a: "3" }),
        ],
      }),
    );
  });
  afterAll(async () => {
    expect(service.logged).toEqual([]);
    await service.close();
  });

  const held = async (variables: object) =>
    (await service.data(RECORDS, { board: "rate", ...variables })).leaderboard.stateOfTheArt;

  it("enter with the best of a day, of equals the first by name, when strictly better than all before", async () => {
    expect(await held({})).toEqual([
      {
        ...{ submission: { slug: "first" }, score: { reported: "50" }, improvement: null },
        ...{ heldFrom: "2020-01-01", heldUntil: "2020-02-01", heldDays: 31 },
      },
      {
        ...{ submission: { slug: "twin" }, score: { reported: "60" }, improvement: 10 },
        ...{ heldFrom: "2020-02-01", heldUntil: "2020-03-02", heldDays: 30 },
      },
      {
        ...{
          submission: { slug: "hair" },
          score: { reported: "60.00000000000000000001" },
          improvement: 1e-20,
        },
        ...{ heldFrom: "2020-03-02", heldUntil: "2024-02-29", heldDays: 1459 },
      },
      {
        ...{ submission: { slug: "last" }, score: { reported: "70.5" }, improvement: 10.5 },
        ...{ heldFrom: "2024-02-29", heldUntil: null, heldDays: null },
      },
    ]);
  });

  it("stay with the first where lower is better and all that follow are higher", async () => {
    expect(await held({ board: "error" })).toMatchObject([
      { submission: { slug: "first" }, heldUntil: null },
    ]);
    const others = await held({ board: "error", where: { not: { submission: { is: "first" } } } });
    expect(others).toMatchObject([
      { submission: { slug: "weaker" }, heldFrom: "2020-02-01", heldDays: null },
    ]);
  });

  it("are kept among the selected only, and as they stood on a day", async () => {
    const among = await held({ where: { submission: { is: ["weaker", "equal", "last", "top"] } } });
    expect(among).toMatchObject([
      { submission: { slug: "weaker" }, heldDays: 29 },
      { submission: { slug: "equal" }, improvement: 5 },
      { submission: { slug: "last" } },
    ]);
    const thatDay = await held({ asOf: "2020-02-01" });
    expect(thatDay).toMatchObject([
      { heldUntil: "2020-02-01" },
      { submission: { slug: "twin" }, heldUntil: null },
    ]);
    expect(await held({ asOf: "2019-12-31" })).toEqual([]);
  });

  it("compared where no source says what is better, have no best and no rank", async () => {
    const { comparison } = await service.data(COMPARISON, { refs: ["Twin", "first", "Twin", "top"] });
    expect(comparison.submissions.map((node: { slug: string }) => node.slug)).toEqual([
      "twin",
      "first",
      "twin",
      "top",
    ]);
    const [rate, error, riddle, ...rest] = comparison.results;
    expect(rest).toEqual([]);
    const best = (result: { cells: { best: boolean }[] }) => result.cells.map((cell) => cell.best);
    expect([best(rate), rate.spread]).toEqual([[false, false, false, true], 40]);
    expect([best(error), error.spread]).toEqual([[false, true, false, false], 40]);
    expect([best(riddle), riddle.spread]).toEqual([[false, false, false, false], 2]);
    expect(riddle.cells).toMatchObject([
      { value: 3, overallRank: null },
      { value: 1, overallRank: null },
      { value: 3, reported: "3" },
      { value: null, reported: null, score: null, submission: { slug: "top" } },
    ]);
  });

  it("compared as equals in other digits, are both the best", async () => {
    const { comparison } = await service.data(COMPARISON, { refs: ["equal", "bigger", "weaker"] });
    expect(comparison.results[0]).toMatchObject({
      spread: 5,
      cells: [
        { best: true, reported: "60.00" },
        { best: true, reported: "60.0" },
        { best: false, value: 55 },
      ],
    });
  });

  it.each([
    [[], "BAD_USER_INPUT"],
    [Array(101).fill("first"), "BAD_USER_INPUT"],
    [["first", "nobody"], "NOT_FOUND"],
  ])("compared by %j are a clear mistake", async (refs, code) => {
    const { errors } = await service.ask(COMPARISON, { refs });
    expect(errors?.[0].extensions?.code).toBe(code);
    expect(errors?.[0].message).toMatch(/refs/);
  });
});

describe.each(["a made population", "the default data"])("records and comparisons of %s", (data) => {
  let service: TestService;
  let world: World;
  const made = data === "a made population";
  const boards = made ? ["up", "down"] : ["megaface-identification", "megaface-verification"];
  const splits = made ? ["a", "b"] : ["set-1", "set-2", "set-3"];
  const places = boards.flatMap((board) => splits.map((split): [string, string] => [board, split]));
  beforeAll(async () => {
    service = await startTestService(made ? "empty" : "seeded");
    if (made) await loadRecords(service.dataSource, population(6));
    world = await readWorld(service.dataSource);
  });
  afterAll(async () => {
    expect(service.logged).toEqual([]);
    await service.close();
  });

  it.each(places)("on %s, %s are held by whom the rows say", async (board, split) => {
    for (const selection of [
      {},
      { asOf: "2017-06-15" },
      { where: { trainingScale: { is: "SMALL" } } },
      { where: { score: { lt: 69.5 } }, asOf: "2018-01-31" },
    ]) {
      const { leaderboard } = await service.data(RECORDS, { board, split, ...selection });
      expect(leaderboard.stateOfTheArt).toEqual(expectedRecords(world, board, split, selection));
    }
  });

  it.each([1, 2, 5, 100])("of %i submissions side by side are as worked out from the rows", async (count) => {
    for (const start of [0, 7, 31]) {
      const all = world.entries.map((entry) => entry.slug);
      const slugs = Array.from({ length: count }, (_, i) => all[(start + i * 11) % all.length]);
      const { comparison } = await service.data(COMPARISON, { refs: slugs });
      expect(comparison.submissions).toEqual(slugs.map((slug) => ({ slug })));
      expect(comparison.results).toEqual(expectedComparison(world, places, slugs));
    }
  });
});
