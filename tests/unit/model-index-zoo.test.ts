import { modelIndexFixture, readModelIndex, shortScores } from "../support/read-model-index";

const ZOO = { "zoo/hillnet/metafile.yml": modelIndexFixture("zoo.yml") };
const at = (line: number, column: number) => ({ file: "zoo/hillnet/metafile.yml", line, column });

describe("a model zoo's file", () => {
  it("gives a submission for each model and dataset, its numbers as written", async () => {
    const { results } = await readModelIndex(ZOO);
    expect(results.map(({ submission }) => [submission.name, submission.benchmark.name])).toEqual([
      ["hillnet-small", "Meadows-1k"],
      ["hillnet-small", "Lanes"],
      ["hillnet-large", "Meadows-1k"],
    ]);
    expect(shortScores(results)).toEqual([
      "Meadows-1k Image Classification: Top 1 Accuracy [Overall] 76.10 = 76.10",
      "Meadows-1k Image Classification: Top 5 Accuracy [Overall] 92.5 ± 0.3 = 92.5",
      "Meadows-1k Image Retrieval: Recall@Top1(IoU=0.5) [Overall] .931 = 0.931",
      "Lanes Object Detection: EPE [Overall] null = null",
      "Meadows-1k Image Classification: Top 1 Accuracy [Overall] 80 = 80",
    ]);
    expect(results[0].scores[1]).toMatchObject({ uncertainty: "0.3", place: at(23, 27) });
    expect(results[0].scores[0].leaderboard.metric).toEqual({
      name: "Top 1 Accuracy",
      unit: null,
      direction: "UNKNOWN",
    });
  });

  it("names the source by its path, the same in every reading", async () => {
    const { sources, results } = await readModelIndex(ZOO, { url: "https://example.org/zoo" });
    const slug = "model-index-hillnet-metafile";
    expect(sources).toEqual([
      { slug, title: "HillNet (hillnet/metafile.yml)", url: "https://example.org/zoo" },
    ]);
    expect(results.every(({ source }) => source === slug)).toBe(true);
    const { sources: titled } = await readModelIndex(ZOO, { title: "Zoo of Hills" });
    expect(titled).toEqual([{ slug: "model-index-zoo-of-hills-hillnet-metafile", title: "Zoo of Hills" }]);
  });

  it("claims what the model says, else what its collection says, each at its own place", async () => {
    const { results } = await readModelIndex(ZOO);
    const [small, , large] = results.map(({ submission }) => submission);
    expect(small.place).toEqual(at(12, 5));
    expect(small.trainingDatasets).toEqual([
      { name: "Meadows-1k", basis: "STATED", term: "Meadows-1k", place: at(17, 23) },
      { name: "Meadows-21k", basis: "STATED", term: "Meadows-21k", place: at(17, 35) },
    ]);
    expect(small.backbones?.map(({ name, place }) => [name, place])).toEqual([
      ["Hill Block", at(5, 22)],
      ["ArcFace", at(5, 34)],
    ]);
    expect(large.trainingDatasets?.map(({ name, place }) => [name, place])).toEqual([
      ["Meadows-1k", at(4, 22)],
    ]);
    expect(large.backbones?.map(({ term }) => term)).toEqual(["Ridge Block"]);
  });

  it("takes a tag that is known as a loss for a loss", async () => {
    const known = { kind: "LossFunction", slug: "arcface", names: ["ArcFace"] } as const;
    const { results } = await readModelIndex(ZOO, {}, [known]);
    expect(results[0].submission.lossFunctions?.map(({ term }) => term)).toEqual(["ArcFace"]);
    expect(results[0].submission.backbones?.map(({ term }) => term)).toEqual(["Hill Block"]);
  });

  it("links the papers of model and collection, with their identifiers", async () => {
    const { results } = await readModelIndex(ZOO);
    const collection = {
      place: at(7, 7),
      title: "Hills for Seeing",
      arxivId: "2101.00001",
      url: "https://arxiv.org/abs/2101.00001v2",
    };
    expect(results[0].submission.papers).toEqual([collection]);
    expect(results[2].submission.papers).toEqual([
      { place: at(33, 12), doi: "10.1234/ridge.5", url: "https://doi.org/10.1234/ridge.5" },
      collection,
    ]);
  });

  it("says in one warning how many models have no results", async () => {
    const { said } = await readModelIndex(ZOO);
    expect(said).toEqual([
      "zoo/hillnet/metafile.yml:38:5: warning: 1 model has no results. A submission is a model on a dataset, so nothing is kept of it.",
    ]);
  });

  it("takes the directions of metrics from the options, by name, case apart", async () => {
    const directions = new Map([["top 1 accuracy", "HIGHER_IS_BETTER"]] as const);
    const { results } = await readModelIndex(ZOO, { directions });
    expect(results[0].scores.map(({ leaderboard }) => leaderboard.metric.direction)).toEqual([
      "HIGHER_IS_BETTER",
      "UNKNOWN",
      "UNKNOWN",
    ]);
  });
});
