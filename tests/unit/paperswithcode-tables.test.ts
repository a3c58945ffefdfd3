import { readFileSync } from "node:fs";
import path from "node:path";
import { readTables } from "../support/paperswithcode";

const text = readFileSync(path.join(__dirname, "../fixtures/paperswithcode/tables.json"), "utf8");
const place = (line: number, column: number) => ({ file: "a/Tables v1.json", line, column });
const board = (name: string, metric: string, more: object = {}) => ({
  name: `${name}: ${metric}`,
  metric: { name: metric, unit: null, direction: "UNKNOWN" },
  ...more,
});
const READING = { description: "Saying what stands on a sign." };
const HARBOUR = { name: "Harbour", description: "Photos of signs at a harbour." };

describe("a file of tables", () => {
  const read = () => readTables({ "a/Tables v1.json": text });

  it("is a source, which says where its tables come from and not which values are better", async () => {
    const { entries, problems } = await read();
    expect(problems).toEqual([]);
    expect(entries[0]).toEqual({
      kind: "record",
      section: "sources",
      place: place(1, 1),
      record: {
        slug: "paperswithcode-tables-v1",
        title: "Papers with Code tables: Tables v1",
        description: "Says that its tables come from: Harbour page, https://harbour.example/results.",
        doesNotSay: [
          { topic: "metric-directions", statement: "Which of two values of a metric is the better one." },
        ],
      },
    });
  });

  it("gives one result for a row that stands under two tasks, with the scores of both", async () => {
    const { results } = await read();
    expect(results).toHaveLength(3);
    expect(results[0]).toEqual({
      source: "paperswithcode-tables-v1",
      submission: {
        place: place(13, 13),
        benchmark: HARBOUR,
        name: "Gull (single model)",
        distinction: "arXiv 2001.00001, 2020-01-02",
        submittedOn: "2020-01-02",
        trainingDatasets: [{ basis: "VAGUE", term: "uses_additional_data", place: place(19, 39) }],
        papers: [
          {
            place: place(16, 28),
            title: "Gulls Read Signs",
            arxivId: "2001.00001",
            url: "https://arxiv.org/abs/2001.00001v2",
          },
        ],
      },
      scores: [
        {
          place: place(20, 57),
          leaderboard: board("Harbour Reading Signs", "Words", READING),
          split: "Overall",
          reported: "71.5",
          value: "71.5",
        },
        {
          place: place(20, 39),
          leaderboard: board("Harbour Reading Signs", "Letters", READING),
          split: "Overall",
          reported: "0.930",
          value: "0.930",
        },
        {
          place: place(57, 41),
          leaderboard: board("Harbour Finding Signs", "Found"),
          split: "Overall",
          reported: "12",
          value: "12",
        },
      ],
    });
  });

  it("gives a row without a name a label, and takes uncertainties and grouped digits apart", async () => {
    const [, { submission, scores }] = (await read()).results;
    expect(submission).toEqual({
      place: place(22, 13),
      benchmark: HARBOUR,
      name: null,
      label: "Unnamed (2020-03-04)",
      distinction: "2020-03-04",
      submittedOn: "2020-03-04",
    });
    expect(scores).toMatchObject([
      { reported: "70.1 ± 0.3", value: "70.1", uncertainty: "0.3" },
      { reported: "1,200", value: "1200", leaderboard: { metric: { name: "Number of params" } } },
    ]);
  });

  it("makes a part of a dataset a benchmark of its own", async () => {
    const [, , { submission, scores }] = (await read()).results;
    expect(submission).toEqual({ place: place(37, 24), benchmark: { name: "Harbour (Night)" }, name: "Owl" });
    expect(scores).toMatchObject([
      {
        reported: "55.2%",
        value: "55.2",
        leaderboard: { name: "Harbour (Night) Reading Signs: Words", metric: { unit: "%" } },
      },
    ]);
  });

  it("takes title, address and directions from the options, metrics being named case apart", async () => {
    const directions = new Map([["WORDS", "HIGHER_IS_BETTER" as const]]);
    const options = { title: "Harbour results", url: "https://harbour.example", directions };
    const { entries, results } = await readTables({ "a.json": text }, options);
    expect(entries[0]).toMatchObject({
      record: { title: "Harbour results", url: "https://harbour.example" },
    });
    const found = results[0].scores.map(({ leaderboard: { metric } }) => [metric.name, metric.direction]);
    expect(found).toEqual([
      ["Words", "HIGHER_IS_BETTER"],
      ["Letters", "UNKNOWN"],
      ["Found", "UNKNOWN"],
    ]);
  });

  it("counts a row once that another file has too, and tells files of one title apart", async () => {
    const { entries, results, problems } = await readTables(
      { "a.json": text, "b.json": text },
      { title: "X" },
    );
    expect(problems).toEqual([]);
    expect(results.map(({ source }) => source)).toEqual(Array(3).fill("paperswithcode-a"));
    expect(entries.slice(0, 2)).toMatchObject([
      { record: { slug: "paperswithcode-a", title: "X: a" } },
      { record: { slug: "paperswithcode-b", title: "X: b" } },
    ]);
  });

  it("may be a single task, without any list", async () => {
    const { results, problems } = await readTables({ "a.json": JSON.stringify(JSON.parse(text)[0]) });
    expect(problems).toEqual([]);
    expect(results).toHaveLength(3);
  });
});

test("a dataset is described by the first of its tables that describes it", async () => {
  const dataset = (description: string, name: string) => ({
    dataset: "D",
    description,
    sota: { rows: [{ model_name: name }] },
  });
  const task = { task: "T", datasets: [dataset("", "M"), dataset("first", "N"), dataset("second", "O")] };
  const { results } = await readTables({ "a.json": JSON.stringify(task) });
  const benchmark = { name: "D", description: "first" };
  expect(results.map(({ submission }) => submission.benchmark)).toEqual(Array(3).fill(benchmark));
});

describe("names of leaderboards", () => {
  const row = (value: string) => ({ sota: { rows: [{ model_name: "M", metrics: { A: value } }] } });

  it("are unique where a dataset and a task make the same words as others", async () => {
    const tasks = [
      { task: "C", datasets: [{ dataset: "A b", ...row("1") }] },
      { task: "B C", datasets: [{ dataset: "A", ...row("2") }] },
    ];
    const { results } = await readTables({ "a.json": JSON.stringify(tasks) });
    const names = results.flatMap(({ scores }) => scores.map(({ leaderboard }) => leaderboard.name));
    expect(names).toEqual(["A b C: A", "A B C: A [B C]"]);
  });

  it("do not repeat the dataset where a part of it has its name already", async () => {
    const subdatasets = [{ subdataset: "Harbour night", ...row("1") }];
    const task = { task: "T", datasets: [{ dataset: "Harbour", subdatasets }] };
    const { results } = await readTables({ "a.json": JSON.stringify(task) });
    expect(results[0].submission.benchmark.name).toBe("Harbour night");
  });
});
