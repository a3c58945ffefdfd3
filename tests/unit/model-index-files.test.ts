import { readModelIndex } from "../support/read-model-index";

const model = (name: string, collection: string, value: string, config = "") =>
  `Models:\n  - Name: ${name}\n    In Collection: ${collection}\n    Config: ${config}\n    Results: { Dataset: D, Task: T, Metrics: { M: ${value} } }\n`;
const collection = (name: string, tag: string) =>
  `Collections:\n  - Name: ${name}\n    Metadata: { Architecture: ${tag} }\n    Paper: https://arxiv.org/pdf/2101.00001.pdf\n`;

describe("several files of a model zoo", () => {
  const files = {
    "zoo/model-index.yml": "Import:\n  - configs/*/metafile.yml\n",
    "zoo/configs/a/metafile.yml": collection("Hill", "Ridge"),
    "zoo/configs/b/metafile.yml": model("m", "hill", "1"),
  };

  it("that an index lists share their collections; the line is that of the reference", async () => {
    const { results, problems, sources } = await readModelIndex(files);
    const place = { file: "zoo/configs/b/metafile.yml", line: 3, column: 20 };
    expect(problems).toEqual([]);
    expect(results[0].submission).toMatchObject({
      backbones: [{ name: "Ridge", place }],
      papers: [{ arxivId: "2101.00001", place }],
    });
    expect(sources.map((source) => (source as { slug: string }).slug)).toEqual([
      "model-index-configs-a-metafile",
      "model-index-configs-b-metafile",
    ]);
  });

  it("that no index joins do not, nor when collections of one name differ", async () => {
    const { "zoo/model-index.yml": _, ...alone } = files;
    const more = { ...files, "zoo/configs/c/metafile.yml": collection("Hill", "Valley") };
    const unlisted = { ...files, "zoo/model-index.yml": "Import: [configs/b/metafile.yml, configs/x.yml]" };
    for (const given of [alone, more, unlisted]) {
      const { results, said } = await readModelIndex(given);
      expect(results[0].submission.backbones).toBeUndefined();
      expect(said).toEqual([
        "zoo/configs/b/metafile.yml:2:5: warning: 1 model names a collection that the given files do not have, or have with differing content. Its facts are not read for it.",
      ]);
    }
  });

  it("tell models of one name on one dataset apart: by config, collection, file or order", async () => {
    const distinctions = async (given: Record<string, string>) => {
      const { results, said } = await readModelIndex(given);
      return [
        results.map(({ submission }) => submission.distinction),
        said.filter((line) => line.includes("told apart")),
      ];
    };
    const own = (tag: string) => collection(tag, "x");
    expect(
      await distinctions({
        "a.yml": own("A") + model("m", "A", "1", "p.py"),
        "b.yml": own("A") + model("M", "A", "2", "q.py"),
      }),
    ).toEqual([["p.py", "q.py"], []]);
    expect(
      await distinctions({
        "a.yml": own("A") + model("m", "A", "1", "p.py"),
        "b.yml": own("B") + model("m", "B", "1", "p.py"),
      }),
    ).toEqual([["A", "B"], []]);
    expect(
      await distinctions({
        "a.yml": own("A") + model("m", "A", "1"),
        "b.yml": own("A") + model("m", "A", "1"),
      }),
    ).toEqual([["model-index-a", "model-index-b"], []]);
    const twice = own("A") + model("m", "A", "1") + model("m", "A", "2").replace("Models:\n", "");
    expect(await distinctions({ "a.yml": twice })).toEqual([
      ["entry 1", "entry 2"],
      [
        'a.yml:10:5: warning: "m" is measured on "D" in line 6 already, and neither its config nor its collection tells the two apart. Both are kept, told apart by their order.',
      ],
    ]);
  });

  it("are sources with slugs of their own, also where paths read alike", async () => {
    const { sources } = await readModelIndex({
      "a-b/c.yml": collection("A", "x"),
      "a/b-c.yml": collection("B", "x"),
      "a/b/c.yml": collection("C", "x"),
    });
    expect(sources).toEqual([
      { slug: "model-index-a-b-c", title: "A (a-b/c.yml)" },
      { slug: "model-index-a-b-c-2", title: "B (a/b-c.yml)" },
      { slug: "model-index-a-b-c-3", title: "C (a/b/c.yml)" },
    ]);
  });

  it("hold nothing: that is said of each, and is an error when there is no other", async () => {
    const { said } = await readModelIndex({ ...files, "zoo/other.yml": "kittens: { n: 1 }" });
    expect(said).toEqual([
      'zoo/other.yml:1:1: warning: there is no "Models" and no "model-index" in it, so nothing is read from it.',
    ]);
    const { problems } = await readModelIndex({ "empty.yml": "" });
    expect(problems).toMatchObject([{ file: "empty.yml", line: 1, column: 1 }]);
    expect(problems[0].level).toBeUndefined();
  });
});
