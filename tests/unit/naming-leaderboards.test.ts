import { MetricDirection } from "../../src/domain/leaderboard/metric.entity";
import { readMatch } from "../../src/importers/naming/name-match";
import { memoryNames } from "../support/memory-names";
import { adopted, result, score } from "../support/named-results";

const { HIGHER_IS_BETTER, LOWER_IS_BETTER, UNKNOWN } = MetricDirection;

const names = (direction = HIGHER_IS_BETTER) =>
  memoryNames({
    Benchmark: [{ slug: "faces", name: "Faces", aliases: ["Face set"] }],
    metrics: [{ slug: "faces-accuracy", name: "Accuracy", unit: "%", direction }],
    Leaderboard: [
      {
        slug: "faces-main",
        name: "Faces: accuracy",
        benchmark: "faces",
        metric: "faces-accuracy",
        splits: [{ slug: "set-1", name: "Test", default: true }],
      },
    ],
  });

const board = (name: string, metric = {}) => ({
  leaderboard: { name, metric: { name: "accuracy", unit: "%", direction: UNKNOWN, ...metric } },
});

describe("a leaderboard that is known", () => {
  test("keeps its splits and metric; scores stand on them", async () => {
    const { of, problems } = await adopted([result("One", {}, [score("91.5")])], { names: names() });
    expect(problems).toEqual([]);
    expect(of("leaderboards")).toEqual([]);
    expect(of("metrics")).toEqual([]);
    expect(of("scores")).toEqual([
      {
        submission: "faces-one",
        leaderboard: "faces-main",
        document: "results",
        values: { "set-1": { value: "91.5", reported: "91.5", line: 1, column: 3 } },
      },
    ]);
  });

  test("gets new splits behind its own", async () => {
    const scores = [score("1"), score("2", {}, { split: "Hard" }), score("3", {}, { split: "hard " })];
    const { of } = await adopted([result("One", {}, scores)], { names: names() });
    expect(of("leaderboards")).toEqual([
      {
        slug: "faces-main",
        name: "Faces: accuracy",
        benchmark: "faces",
        metric: "faces-accuracy",
        splits: [
          { slug: "set-1", name: "Test", default: true },
          { slug: "hard", name: "Hard" },
        ],
      },
    ]);
    expect(of("scores").map(({ values }) => values)).toMatchObject([
      { "set-1": { value: "1" }, hard: { value: "2" } },
      { hard: { value: "3" } },
    ]);
  });

  test("takes no values in another unit, and says so once", async () => {
    const row = () => result("One", {}, [score("0.915", { unit: null }, { uncertainty: "0.1" })]);
    const { of, fatal, warnings } = await adopted([row(), row()], { names: names() });
    expect(fatal).toEqual([]);
    expect(warnings).toEqual([
      'The values of "Faces: accuracy" are in "%", these in no unit: they are kept as published and not ranked. (in 2 places)',
    ]);
    expect(of("scores")[0].values).toEqual({
      "set-1": { value: null, reported: "0.915", line: 1, column: 3 },
    });
    expect(of("metrics")).toEqual([]);
  });

  test("of another benchmark is not meant", async () => {
    const entry = result("One", { benchmark: { name: "Cats" } }, [score("1")]);
    const { fatal } = await adopted([entry], { names: names() });
    expect(fatal).toEqual([expect.stringMatching(/belongs to the benchmark "faces", not to "Cats"/)]);
    const matches = [readMatch("benchmark:Cats=Faces")];
    expect((await adopted([entry], { names: names(), matches })).problems).toEqual([]);
  });

  test("is found by a match, which becomes its alias", async () => {
    const matches = [readMatch("leaderboard:Faces: acc.=faces-main")];
    const entry = result("One", {}, [score("1", {}, board("Faces: acc."))]);
    const { of, problems } = await adopted([entry], { names: names(), matches });
    expect(problems).toEqual([]);
    expect(of("leaderboards")).toMatchObject([
      { slug: "faces-main", name: "Faces: accuracy", aliases: ["Faces: acc."], metric: "faces-accuracy" },
    ]);
  });
});

describe("a new leaderboard", () => {
  test("that a match gives another name keeps its own, whichever comes first", async () => {
    const matches = [readMatch("leaderboard:Faces: acc.=Faces: top-1")];
    const on = (name: string) => result("One", {}, [score("1", {}, board(name))]);
    const { of, problems } = await adopted([on("Faces: acc."), on("Faces: top-1")], {
      names: names(),
      matches,
    });
    expect(problems).toEqual([]);
    expect(of("leaderboards")).toMatchObject([
      { slug: "faces-top-1", name: "Faces: top-1", aliases: ["Faces: acc."] },
    ]);
  });

  test("has all splits of the import, the first one being the default", async () => {
    const split = (name: string) => score("1", {}, { ...board("Faces: top-1"), split: name });
    const { of, problems } = await adopted(
      [
        result("One", {}, [split("val"), split("Test set")]),
        result("Two", {}, [split("TEST SET"), split("测试")]),
      ],
      { names: names() },
    );
    expect(problems).toEqual([]);
    expect(of("leaderboards")).toEqual([
      {
        slug: "faces-top-1",
        name: "Faces: top-1",
        benchmark: "faces",
        metric: "faces-accuracy",
        splits: [
          { slug: "val", name: "val", default: true },
          { slug: "test-set", name: "Test set" },
          { slug: expect.stringMatching(/^x-/), name: "测试" },
        ],
      },
    ]);
  });

  test("and its benchmark are created, each once", async () => {
    const cats = { name: "Cats", description: "About cats." };
    const entry = result("One", { benchmark: cats }, [score("1", {}, board("Cats: accuracy"))]);
    const { of, report } = await adopted([entry, entry], { names: names() });
    expect(of("benchmarks")).toEqual([{ slug: "cats", name: "Cats", description: "About cats." }]);
    expect(of("leaderboards")).toMatchObject([{ slug: "cats-accuracy", benchmark: "cats" }]);
    expect(report.created.map(({ kind }) => kind)).toEqual(["Benchmark", "Leaderboard"]);
  });
});

describe("metrics", () => {
  const on = (leaderboard: string, metric: object) =>
    result("One", {}, [score("1", {}, board(leaderboard, metric))]);

  test("of one name in two units are two, whichever comes first", async () => {
    const entries = [on("Faces: A", { name: "F1" }), on("Faces: B", { name: "F1", unit: null })];
    for (const order of [entries, [...entries].reverse()]) {
      const { of, problems } = await adopted(order, { names: names() });
      expect(problems).toEqual([]);
      expect(of("metrics")).toEqual(
        expect.arrayContaining([
          { slug: "f1-percent", name: "F1", unit: "%", direction: UNKNOWN },
          { slug: "f1", name: "F1", direction: UNKNOWN },
        ]),
      );
      expect(of("leaderboards")).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ slug: "faces-a", metric: "f1-percent" }),
          expect.objectContaining({ slug: "faces-b", metric: "f1" }),
        ]),
      );
    }
  });

  test("keep a known direction, and get one that was not known", async () => {
    const kept = await adopted([result("One", {}, [score("1")])], { names: names() });
    expect(kept.of("metrics")).toEqual([]);
    const entry = result("One", {}, [score("1", { direction: HIGHER_IS_BETTER })]);
    const gained = await adopted([entry], { names: names(UNKNOWN) });
    expect(gained.problems).toEqual([]);
    expect(gained.of("metrics")).toEqual([
      { slug: "faces-accuracy", name: "Accuracy", unit: "%", direction: HIGHER_IS_BETTER },
    ]);
  });

  test("cannot be both ways round", async () => {
    const entry = result("One", {}, [score("1", { direction: LOWER_IS_BETTER })]);
    const { fatal } = await adopted([entry, entry], { names: names() });
    expect(fatal).toEqual([
      expect.stringMatching(
        /"Accuracy" is known as one of which higher values are better; .* \(in 2 places\)/,
      ),
    ]);
  });

  test("with several of a name and unit must be told apart", async () => {
    const store = names();
    const metrics = async () => [
      { slug: "a", name: "F1", unit: "%", direction: UNKNOWN },
      { slug: "b", name: "f1", unit: "%", direction: UNKNOWN },
    ];
    const entries = [on("Faces: A", { name: "F1" })];
    const { fatal } = await adopted(entries, { names: { ...store, metrics } });
    expect(fatal).toEqual([expect.stringMatching(/"F1" can mean "F1" \(a\) or "f1" \(b\).*"metric:F1=a"/)]);
    const matches = [readMatch("metric:F1=b")];
    const { of, problems } = await adopted(entries, { names: { ...store, metrics }, matches });
    expect(problems).toEqual([]);
    expect(of("leaderboards")).toMatchObject([{ metric: "b" }]);
  });
});
