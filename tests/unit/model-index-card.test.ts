import { modelIndexFixture, readModelIndex, shortScores } from "../support/read-model-index";

const CARD = modelIndexFixture("card.md");
const YAML = CARD.split("---\n")[1];

describe("a model card", () => {
  it("gives its model's numbers, by the names that the card shows", async () => {
    const { results, problems } = await readModelIndex({ "lark/README.md": CARD });
    expect(problems).toEqual([]);
    expect(results.map(({ submission }) => [submission.name, submission.benchmark.name])).toEqual([
      ["lark-base", "Lark Speech"],
      ["lark-base", "example/wren"],
    ]);
    expect(shortScores(results)).toEqual([
      "Lark Speech Speech Recognition: Test WER [en test] 12.30 = 12.30",
      "Lark Speech Speech Recognition: bleurt (small-128) [en test] 45.6% = 45.6",
      "example/wren automatic-speech-recognition: wer [(shots: 5)] 0.08 = 0.08",
    ]);
    expect(results[0].scores.map(({ leaderboard }) => leaderboard.metric.unit)).toEqual([null, "%"]);
  });

  it("counts lines as in the file, and says what the card was trained on", async () => {
    const { results } = await readModelIndex({ "README.md": CARD });
    expect(results[0].submission.place).toEqual({ file: "README.md", line: 5, column: 5 });
    expect(results[0].submission.trainingDatasets).toEqual([
      {
        name: "example/lark-songs",
        basis: "STATED",
        term: "example/lark-songs",
        place: { file: "README.md", line: 3, column: 12 },
      },
    ]);
  });

  it("reads the same as a YAML file and with Windows line ends", async () => {
    const card = await readModelIndex({ "a.md": CARD });
    const yaml = await readModelIndex({ "a.yml": YAML });
    const windows = await readModelIndex({ "a.md": CARD.replaceAll("\n", "\r\n") });
    expect(shortScores(yaml.results)).toEqual(shortScores(card.results));
    expect(windows.results).toEqual(card.results);
  });

  it("that has no model index is an error alone, and nothing beside one that has", async () => {
    const alone = await readModelIndex({ "README.md": "# Prose\n\n---\nmodel-index: 1\n---\n" });
    expect(alone.said).toEqual([
      'README.md:1:1: there is no "Models" and no "model-index" in it, so nothing is read from it.',
    ]);
    const beside = await readModelIndex({ "README.md": "# Prose", "card.md": CARD });
    expect(beside.problems).toEqual([]);
    expect(beside.sources).toHaveLength(1);
  });
});
