import { MetricDirection } from "../../src/domain/leaderboard/metric.entity";
import { endThreads } from "../../src/exporters/figures/threads";
import { loadRecords } from "../../src/importers/load";
import { leaderboard, records, score, submission } from "../support/factories";
import { startTestService, type TestService } from "../support/test-service";

/** More than are drawn one by one. */
const MANY = 2_300;
/** On so many days, from 2000-01-01 on. */
const DAYS = 700;
const BOARDS = ["many", "errors", "riddle"];

const dayOf = (i: number) => new Date(Date.UTC(2000, 0, 1 + (i % DAYS))).toISOString().slice(0, 10);

const HOSTILE = [
  "</title><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "{signal: 'width'} datum.value",
  "name & <b>bold</b> ]]> &amp;",
  "中文 العربية 😀",
];

// biome-ignore lint/suspicious/noExplicitAny: answers are compared, not typed
type Data = any;

let service: TestService;
beforeAll(async () => {
  service = await startTestService("empty");
  const boards = [
    leaderboard("many"),
    leaderboard("errors", { direction: MetricDirection.LOWER_IS_BETTER, unit: "ms" }),
    leaderboard("riddle", { direction: MetricDirection.UNKNOWN }),
  ];
  const names = Array.from({ length: MANY }, (_, i) => `row-${i}`);
  const few = HOSTILE.map((name, i) => submission(name, { slug: `hostile-${i}`, submittedOn: dayOf(i) }));
  await loadRecords(
    service.dataSource,
    records({
      metrics: boards.flatMap((board) => board.metrics),
      leaderboards: boards.flatMap((board) => board.leaderboards),
      submissions: [
        ...names.map((name, i) => submission(name, { submittedOn: dayOf(i) })),
        ...few,
        submission("undated"),
        submission("without-value", { submittedOn: "2000-01-02" }),
      ],
      scores: [
        ...names.map((name, i) =>
          score(name, "many", {
            a: String(10 + (i % 977) / 100),
            ...(i % 977 >= 700 && { b: String(i % 50) }),
          }),
        ),
        ...few.flatMap(({ slug }, i) => [
          score(slug, "errors", { a: String(5 - i), ...(i < 3 && { b: String(i) }) }),
          score(slug, "riddle", { a: String(i) }),
        ]),
        score("undated", "errors", { a: "0.50" }),
      ],
    }),
  );
});
afterAll(async () => {
  const { logged } = service;
  await service.close();
  await endThreads();
  expect(logged).toEqual([]);
});

const onBoard = async (board: string, field: string): Promise<Data> =>
  (await service.data(`{ leaderboard(ref: "${board}") { ${field} } }`)).leaderboard;

const viewOf = (text: string): Data => JSON.parse(text).vconcat[0];

const layerOf = (text: string, type: string): Data =>
  viewOf(text).layer.find(({ mark }: Data) => mark.type === type);

const rowsOf = (text: string, type: string): Data[] => {
  const { data = viewOf(text).data } = layerOf(text, type);
  return data.values;
};

describe("more than can be drawn", () => {
  it("is thinned to the best of each day over time, which a note says", async () => {
    const { stateOfTheArtFigure: figure } = await onBoard(
      "many",
      "stateOfTheArtFigure(format: VEGA_LITE) { text notes }",
    );
    const points = rowsOf(figure.text, "point");
    const records = rowsOf(figure.text, "line").slice(0, -1);
    const days = points.map(({ day }) => day);
    expect(new Set(days).size).toBe(days.length);
    const isRecord = new Set(records.map(({ label }) => label));
    const best = new Map<string, number>();
    for (let i = 0; i < MANY; i += 1) {
      if (isRecord.has(`row-${i}`)) continue;
      best.set(dayOf(i), Math.max(best.get(dayOf(i)) ?? 0, 10 + (i % 977) / 100));
    }
    // Behind a record, too, are others of its day.
    expect(days.length).toBe(best.size);
    for (const { day, value } of points) expect(value).toBeCloseTo(best.get(day) as number);
    expect(rowsOf(figure.text, "line").length).toBeGreaterThan(200);
    expect(figure.notes).toContain(`Named: the last 20 of ${records.length} records.`);
    expect(JSON.parse(figure.text).vconcat[1].data.values.map(({ label }: Data) => label)).toEqual(
      records.slice(-20).map(({ label }) => label),
    );
    expect(figure.notes).toContain(
      `Grey points: of ${MANY - records.length} other dated submissions the best of each day.`,
    );
  });

  it("is summed up in groups, which a note says", async () => {
    const { statistics } = await onBoard(
      "many",
      "statistics(groupBy: YEAR) { nodes { count median } figure(format: VEGA_LITE) { text notes } }",
    );
    const { text, notes } = statistics.figure;
    expect(layerOf(text, "point")).toBeUndefined();
    expect(rowsOf(text, "bar")).toMatchObject(statistics.nodes);
    expect(notes[0]).toMatch(/^The 2300 values are not drawn one by one\. /);
  });

  it.each([
    ["ranking(first: 61) { figure(format: SVG) { title } }", "61 bars do not fit a page. Ask for at most 60"],
    [
      'rankChanges(otherSplit: "b", first: 61) { figure(format: SVG) { title } }',
      "61 lines cannot be told apart. Ask for at most 60",
    ],
  ])("is refused with what would be right: %s", async (field, words) => {
    const { errors } = await service.ask(`{ leaderboard(ref: "many") { ${field} } }`);
    expect(errors?.[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "first" });
    expect(errors?.[0].message).toContain(words);
  });

  it("is drawn whole as points of two splits", async () => {
    const { rankChanges } = await onBoard(
      "many",
      'rankChanges(otherSplit: "b", first: 500) { figure(kind: SCATTER, format: VEGA_LITE) { text notes } }',
    );
    expect(rowsOf(rankChanges.figure.text, "point")).toHaveLength(500);
    expect(rankChanges.figure.notes).toContain(`Rows listed: 500 of ${MANY}.`);
  });
});

describe("what is not known", () => {
  it("is not drawn over time without a date, and counted", async () => {
    const { stateOfTheArtFigure: figure } = await onBoard(
      "errors",
      "stateOfTheArtFigure(format: VEGA_LITE) { text notes description }",
    );
    const drawn = [...rowsOf(figure.text, "line"), ...rowsOf(figure.text, "point")];
    expect(drawn.map(({ label }) => label)).not.toContain("undated");
    expect(drawn.map(({ label }) => label)).not.toContain("without-value");
    expect(figure.notes).toContain("Without a date, and not drawn: 1 submission.");
    expect(figure.notes).toContain(
      "errors metric (ms): lower is better, as the source of the leaderboard says.",
    );
    // Lower is better here: each record is below the one before.
    const steps = rowsOf(figure.text, "line").slice(0, -1);
    expect(steps.map(({ value }) => value)).toEqual([5, 4, 3, 2, 1]);
    expect(figure.description).toContain("2000-01-05: 1 ms by 中文");
  });

  it("is drawn as a group of its own", async () => {
    const { statistics } = await onBoard(
      "errors",
      "statistics(groupBy: LOSS_FAMILY) { figure(format: VEGA_LITE) { text } }",
    );
    expect(viewOf(statistics.figure.text).data.values).toMatchObject([
      { label: "Unknown", isUnknown: true, count: 6, min: 0.5, max: 5 },
    ]);
  });

  it("is left out where a value is missing on one side", async () => {
    const { rankChanges } = await onBoard(
      "errors",
      'rankChanges(otherSplit: "b") { figure(kind: SCATTER, format: VEGA_LITE) { text notes } }',
    );
    expect(rowsOf(rankChanges.figure.text, "point").map(({ x, y }) => [x, y])).toEqual([
      [3, 2],
      [4, 1],
      [5, 0],
    ]);
    expect(rankChanges.figure.notes).toContain(
      "Without a value on one of the two, and not drawn: 3 submissions.",
    );
  });

  it("is not guessed: which values are better must be said, and the note tells who said it", async () => {
    const { errors } = await service.ask(
      '{ leaderboard(ref: "riddle") { ranking { figure(format: SVG) { text } } } }',
    );
    expect(errors?.[0].extensions?.code).toBe("DIRECTION_UNKNOWN");
    const { ranking } = await onBoard(
      "riddle",
      "ranking(direction: LOWER_IS_BETTER) { figure(format: VEGA_LITE) { text notes } }",
    );
    expect(rowsOf(ranking.figure.text, "bar").map(({ value }) => value)).toEqual([0, 1, 2, 3, 4]);
    expect(ranking.figure.notes).toContain(
      "riddle metric (%): lower is better, as assumed here, for no source says it.",
    );
  });
});

describe("names that try more than to be read", () => {
  it.each(BOARDS.slice(1))("are values of specifications, and no markup of drawings: %s", async (board) => {
    const direction = board === "riddle" ? "(direction: LOWER_IS_BETTER)" : "";
    const { ranking } = await onBoard(
      board,
      `ranking${direction} { spec: figure(format: VEGA_LITE) { text }
        svg: figure(format: SVG) { text } png: figure(format: PNG) { data } }`,
    );
    const labels = rowsOf(ranking.spec.text, "bar").map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(HOSTILE));
    expect(ranking.svg.text).not.toMatch(/<(script|img|text|image|b|a)[\s>]/);
    expect(ranking.svg.text).toContain("&lt;script&gt;");
    expect(ranking.png.data.length).toBeGreaterThan(1_000);
  });
});
