import { readModelIndex } from "../support/read-model-index";

/** Reads one leaderboard with these values, one model for each. */
async function board(...values: string[]) {
  const models = values.map(
    (value, i) => `  - { Name: m${i}, Results: { Dataset: D, Metrics: { M: ${value} } } }`,
  );
  const { results, said } = await readModelIndex({ "a.yml": ["Models:", ...models].join("\n") });
  const scores = results.flatMap((result) => result.scores);
  return { said, values: scores.map(({ value }) => value), unit: scores[0].leaderboard.metric.unit };
}

describe("percent and fractions on one leaderboard", () => {
  it("are the unit where all numbers have the sign, of one metric in all files", async () => {
    expect(await board("76.1%", "0.9 %")).toEqual({ said: [], values: ["76.1", "0.9"], unit: "%" });
    expect(await board("76.1%", "75")).toEqual({ said: [], values: ["76.1", "75"], unit: null });
    const file = (value: string) =>
      `Models: [{ Name: m, Results: { Dataset: D, Metrics: { M: ${value} } } }]`;
    const { results } = await readModelIndex({
      "a.yml": file("76%"),
      "b.yml": file("76").replace("D,", "E,"),
    });
    expect(results.map(({ scores }) => scores[0].leaderboard.metric.unit)).toEqual([null, null]);
  });

  it("take the value of the rarer kind where the sign proves the mix", async () => {
    expect(await board("76.1%", "0.752", "74.0%")).toEqual({
      said: [
        'a.yml:3:54: warning: "D: M" has percent and fractions, and "0.752" is of the rarer kind. It keeps its text but gets no value; write all in one scale.',
      ],
      values: ["76.1", null, "74.0"],
      unit: "%",
    });
    expect((await board("0.76", "0.752", "74.0%")).values).toEqual(["0.76", "0.752", null]);
  });

  it("are said and left where only the numbers look like it", async () => {
    expect(await board("76.1", "0.752", "74.0")).toEqual({
      said: [
        'a.yml:3:54: warning: "D: M" seems to mix percent and fractions: 1 of 3 numbers, "0.752" here, are of the rarer kind. They are ranked as they stand; write all in one scale.',
      ],
      values: ["76.1", "0.752", "74.0"],
      unit: null,
    });
    expect((await board("0.041", "4.3")).said).toHaveLength(1);
  });

  it.each([
    ["errors in pixels", ["0.8", "1.7", "12.5"]],
    ["errors near one", ["0.98", "1.6", "2.2"]],
    ["errors of every size", ["0.9", "2.1", "64"]],
    ["errors of two kinds", ["0.9", "5.1", "6.2"]],
    ["millimetres and metres of other size", ["0.05", "90.2"]],
    ["counts", ["1", "250", "3200"]],
    ["zero beside percent", ["0", "55.1"]],
    ["fractions", ["0.1", "0.99"]],
  ])("are not seen in %s", async (_, values) => {
    expect(await board(...values)).toEqual({ said: [], values, unit: null });
  });
});
