import { readRows, readTables } from "../support/paperswithcode";

const row = (metrics: object, more: object = {}) => JSON.stringify({ model_name: "M", metrics, ...more });
const on = (paper_date: string) => ({ paper_date });

async function distinctionsOf(...rows: string[]): Promise<Record<string, string | undefined>> {
  const { results } = await readRows(...rows);
  const pairs = results.map(({ submission, scores }) => [scores[0].reported, submission.distinction]);
  return Object.fromEntries(pairs);
}

describe("rows of one name", () => {
  it("are told apart by paper and date, which stand there before the name comes again", async () => {
    const first = row({ A: "1" }, on("2020-01-01"));
    const paper = row({ A: "2" }, { paper_url: "https://www.example.org/p/", paper_date: "2020-01-01" });
    expect(await distinctionsOf(first)).toEqual({ 1: "2020-01-01" });
    expect(await distinctionsOf(row({ A: "3" }), first, paper)).toEqual({
      1: "2020-01-01",
      2: "example.org/p, 2020-01-01",
      3: undefined,
    });
  });

  it("and one paper and date are numbered by their values, so their order does not matter", async () => {
    const rows = [row({ A: "1" }, on("2020-01-01")), row({ A: "2" }, on("2020-01-01")), row({ A: "3" })];
    const expected = { 1: "2020-01-01", 2: "2020-01-01, no. 2", 3: undefined };
    expect(await distinctionsOf(...rows)).toEqual(expected);
    expect(await distinctionsOf(...rows.reverse())).toEqual(expected);
  });

  it("and other values, but the same paper and date, are two submissions and a warning", async () => {
    const { results, problems } = await readRows(row({ A: "1" }), row({ A: "2" }), row({ A: "1", B: "1" }));
    expect(results.map(({ submission }) => submission.distinction)).toEqual(["no. 2", "no. 3", undefined]);
    const message = 'line 2 has a row "M" of the same paper and date with other values; both are kept';
    expect(problems).toEqual([
      `3:1 warning: ${message}, as two submissions.`,
      `4:1 warning: ${message}, as two submissions.`,
    ]);
  });

  it("that are the same once more in a table count once, with a warning", async () => {
    const { results, problems } = await readRows(row({ A: "1", B: "2" }), row({ B: "2", A: "1 " }));
    expect(results).toHaveLength(1);
    expect(results[0].scores).toHaveLength(2);
    expect(problems).toEqual(["3:1 warning: the row of line 2 once more; it counts once."]);
  });

  it("keep the name as published, in the spelling that comes first", async () => {
    const named = (model_name: string) => row({ A: "1" }, { model_name });
    const { results } = await readRows(named(" Two  spaces (R-50) "), named("two spaces (r-50)"));
    expect(results.map(({ submission }) => submission.name)).toEqual(["Two  spaces (R-50)"]);
  });
});

describe("a table that is nested under several tasks", () => {
  const dataset = (...values: string[]) => ({
    dataset: "D",
    sota: { rows: values.map((A) => ({ model_name: "M", metrics: { A } })) },
  });
  const read = (value: unknown) => readTables({ "own.json": JSON.stringify(value) });

  it("counts once, without a word, where it is the same task", async () => {
    const shared = { task: "Shared", datasets: [dataset("1")] };
    const { results, problems } = await read([
      { task: "X", subtasks: [shared] },
      { task: "Y", subtasks: [shared] },
    ]);
    expect(problems).toEqual([]);
    expect(results).toHaveLength(1);
    expect(results[0].scores.map(({ leaderboard }) => leaderboard.name)).toEqual(["D Shared: A"]);
  });

  it("has its rows joined to those of the other task only where it is clear which is which", async () => {
    const one = await read([
      { task: "X", datasets: [dataset("1")] },
      { task: "Y", datasets: [dataset("2")] },
    ]);
    expect(one.results.map(({ scores }) => scores.length)).toEqual([2]);
    const two = await read([
      { task: "X", datasets: [dataset("1", "2")] },
      { task: "Y", datasets: [dataset("3")] },
    ]);
    expect(two.results.map(({ scores }) => scores.map(({ reported }) => reported))).toEqual([
      ["1"],
      ["2"],
      ["3"],
    ]);
    expect(two.problems).toHaveLength(1);
  });
});

describe("rows without a name", () => {
  it.each(["null", '""', '" "'])("have %s for one, and are never joined", async (name) => {
    const unnamed = (task: string, value: string) =>
      `{"task": "${task}", "datasets": [{"dataset": "D", "sota": {"rows": [{"model_name": ${name}, "metrics": {"A": ${value}}}]}}]}`;
    const { results } = await readTables({ "own.json": `[${unnamed("X", "1")}, ${unnamed("Y", "2")}]` });
    expect(results.map(({ submission }) => [submission.name, submission.label])).toEqual([
      [null, "Unnamed"],
      [null, "Unnamed (no. 2)"],
    ]);
  });
});
