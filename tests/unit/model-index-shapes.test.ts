import { parse, stringify } from "yaml";
import { modelIndexFixture, readModelIndex, shortScores } from "../support/read-model-index";

const read = async (...lines: string[]) => {
  const { results, said, problems } = await readModelIndex({ "a.yml": lines.join("\n") });
  return {
    results,
    scores: shortScores(results),
    said: said.map((line) => line.replace(" warning:", "")),
    problems,
  };
};
const ONE = ["D T: M [Overall] 1 = 1"];

describe("shapes that are read", () => {
  it.each([
    [
      "one model where a list is usual",
      "Models: { Name: m, Results: [{ Dataset: D, Task: T, Metrics: { M: 1 } }] }",
    ],
    ["a list of models alone", "- { Name: m, Results: [{ Dataset: D, Task: T, Metrics: { M: 1 } }] }"],
    ["one model alone", "{ Name: m, Results: { Dataset: D, Task: T, Metrics: { M: 1 } } }"],
    ["metrics in a list", "Models: [{ Name: m, Results: { Dataset: [D], Task: [T], Metrics: [{ M: 1 }] } }]"],
    [
      "a card's block as one group",
      "model-index: { name: m, results: { task: T, dataset: D, metrics: { name: M, value: 1 } } }",
    ],
    [
      "old card's metrics",
      "model-index: [{ name: m, results: [{ task: T, dataset: D, metrics: { M: 1 } }] }]",
    ],
    [
      "a null among items",
      "Models: [null, { Name: m, Results: [null, { Dataset: D, Task: T, Metrics: { M: 1 } }] }]",
    ],
  ])("are %s", async (_, text) => {
    expect(await read(text)).toMatchObject({ scores: ONE, said: [] });
  });

  it("are papers as text, title, group or list", async () => {
    const papers = async (text: string) => {
      const { results } = await read(`Models: [{ Name: m, Paper: ${text}, Results: { Dataset: D } }]`);
      return results[0].submission.papers?.map(({ place, ...paper }) => paper);
    };
    const arxiv = { arxivId: "1801.07829", url: "https://arxiv.org/abs/1801.07829" };
    expect(await papers("https://arxiv.org/abs/1801.07829")).toEqual([arxiv]);
    expect(await papers("[{ URL: https://arxiv.org/abs/1801.07829 }, { title: T, url: None }]")).toEqual([
      arxiv,
      { title: "T" },
    ]);
    expect(await papers("A Title")).toEqual([{ title: "A Title" }]);
    expect(await papers("https://arxiv.org/abs/xxxx.xxxxx")).toEqual([
      { url: "https://arxiv.org/abs/xxxx.xxxxx" },
    ]);
    expect(await papers("https://arxiv.org/pdf/cs/0112017v1.pdf")).toMatchObject([{ arxivId: "cs/0112017" }]);
    expect(await papers("None")).toBeUndefined();
  });

  it("are words for nothing: they name no dataset and keep the collection's from being taken over", async () => {
    const { results } = await read(
      "Collections: [{ Name: C, Metadata: { Training Data: X, Architecture: N/A } }]",
      "Models: [{ Name: m, In Collection: C, Metadata: { Training Data: None }, Results: { Dataset: D } }]",
    );
    expect(results[0].submission).not.toHaveProperty("trainingDatasets");
    expect(results[0].submission).not.toHaveProperty("backbones");
  });
});

describe("shapes that are no data", () => {
  const model = (results: string) => read(`Models: [{ Name: m, Results: ${results} }]`);
  const result = (metrics: string) => model(`{ Dataset: D, Task: T, Metrics: ${metrics} }`);

  it("are told with their place, and the rest is read", async () => {
    expect((await read("Models: [x, 3, { Results: { Dataset: D } }]")).said).toEqual([
      'a.yml:1:10: a model must be a group with Name and Results, not "x". It is left out.',
      'a.yml:1:13: a model must be a group with Name and Results, not "3". It is left out.',
      'a.yml:1:16: the model has no "Name". Its results are left out.',
    ]);
    expect((await model("[x, { Task: T }, { Dataset: [A, B] }]")).said).toEqual([
      'a.yml:1:31: a result must be a group of Task, Dataset and Metrics, not "x". It is left out.',
      "a.yml:1:34: the result does not name one dataset, so it belongs to no benchmark. It is left out.",
      "a.yml:1:47: the result does not name one dataset, so it belongs to no benchmark. It is left out.",
    ]);
    expect((await result("null")).said).toEqual([
      "a.yml:1:30: the result has no metrics, so the model stands here without a score.",
    ]);
    expect((await result("[7, { value: { a: 1 }, name: N }, { M: [1] }, { type: none }]")).said).toEqual([
      'a.yml:1:63: metrics must be names with values, such as "Top 1 Accuracy: 76.1", not "7". It is left out.',
      'a.yml:1:75: "N" must have one number, not a group of named values. It is left out.',
      'a.yml:1:101: "M" must have one number, not a list. It is left out.',
      "a.yml:1:108: the metric has no name. It is left out.",
      "a.yml:1:30: the result has no metrics, so the model stands here without a score.",
    ]);
  });

  it("are values that are no number: the text is kept", async () => {
    expect(await result("{ A: about 7, B: true, C: .nan, E: }")).toMatchObject({
      scores: [
        "D T: A [Overall] about 7 = null",
        "D T: B [Overall] true = null",
        "D T: C [Overall] .nan = null",
        "D T: E [Overall] null = null",
      ],
      said: [
        'a.yml:1:67: "A" must be a number, such as 76.1 or 76.1%, not "about 7". It gets no value.',
        'a.yml:1:79: "B" must be a number, such as 76.1 or 76.1%, not "true". It gets no value.',
        'a.yml:1:88: "C" must be a number, such as 76.1 or 76.1%, not ".nan". It gets no value.',
      ],
    });
  });

  it("are second numbers in one place; the same said twice is no matter", async () => {
    const again = await model(
      "[{ Dataset: D, Task: T, Metrics: { M: 1 } }, { Dataset: d, Task: t, Metrics: { m: 1 } }]",
    );
    expect(again).toMatchObject({ scores: ONE, said: [] });
    const other = await model(
      "[{ Dataset: D, Task: T, Metrics: { M: 1 } }, { Dataset: D, Task: T, Metrics: { M: 2 } }]",
    );
    expect(other).toMatchObject({
      scores: ONE,
      said: [
        'a.yml:1:112: the model has a second number on "D T: M", "2" where line 1 says "1". It is left out; give them different metrics or splits.',
      ],
    });
  });

  it("never crash the reader, wherever in a file they stand", async () => {
    const card = modelIndexFixture("card.md").split("---\n")[1];
    for (const text of [modelIndexFixture("zoo.yml"), card]) {
      for (const changed of mutations(parse(text))) {
        const { problems } = await read(stringify(changed));
        expect(problems.filter(({ line, column }) => !(line > 0 && column > 0))).toEqual([]);
      }
    }
  });
});

/** A document with each of its parts in turn replaced by each other kind of thing. */
function* mutations(value: unknown): Generator<unknown> {
  yield* ["text", 7, null, [["x"]], { name: [] }];
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    for (const changed of mutations(inner)) {
      yield Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed };
    }
  }
}

describe("architecture tags", () => {
  const bases = async (tags: string) => {
    const text = `Models: [{ Name: M, Metadata: { Architecture: ${tags} }, Results: [{ Dataset: D, Task: T, Metrics: { A: 1 } }] }]`;
    const known = [{ kind: "Backbone", slug: "hill-net", names: ["Hill Net"] }] as const;
    const { results } = await readModelIndex({ "a.yml": text }, {}, known);
    return results[0].submission.backbones?.map(({ name, basis }) => `${name} ${basis}`);
  };

  it("name the backbone where there is one of them", async () => {
    expect(await bases("Valley Net")).toEqual(["Valley Net STATED"]);
    expect(await bases("[Valley Net]")).toEqual(["Valley Net STATED"]);
  });

  it("are parts of a network where there are several, whatever is known by then", async () => {
    expect(await bases("[Dropout, Hill Net]")).toEqual(["Dropout MENTIONED", "Hill Net MENTIONED"]);
  });
});
