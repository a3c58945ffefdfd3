import { memoryNames } from "../support/memory-names";
import { adopted, at, claim, result, score } from "../support/named-results";

const Benchmark = [
  { slug: "faces", name: "Faces" },
  { slug: "cats", name: "Cats" },
];
const names = (submissions: { slug: string; benchmark: string; name: string | null }[] = []) =>
  memoryNames({ Benchmark, submissions });

const slugs = async (entries: Parameters<typeof adopted>[0], store = names()) =>
  (await adopted(entries, { names: store })).of("submissions").map(({ slug }) => slug);

describe("a submission's slug", () => {
  test("is made of benchmark, name and distinction", async () => {
    const entries = [result("ResNet 50"), result("ResNet 50", { distinction: "224 px" })];
    expect(await slugs(entries)).toEqual(["faces-resnet-50", "faces-resnet-50-224-px"]);
  });

  test("is hashed where another submission of the import has it", async () => {
    const entries = [
      result("A b"),
      result("a-b"),
      result("A+", { distinction: "x" }),
      result("a x"),
      result("模型"),
    ];
    expect(await slugs([...entries, result("A B", { submittedOn: "2020-01-01" })])).toEqual([
      "faces-a-b",
      expect.stringMatching(/^faces-a-b-[0-9a-f]{8}$/),
      "faces-a-x",
      expect.stringMatching(/^faces-a-x-[0-9a-f]{8}$/),
      expect.stringMatching(/^faces-[0-9a-f]{8}$/),
      "faces-a-b",
    ]);
  });

  test("is hashed where a known submission of another name or benchmark has it", async () => {
    const store = names([
      { slug: "faces-one", benchmark: "cats", name: "One" },
      { slug: "faces-two", benchmark: "faces", name: "Deux" },
    ]);
    expect(await slugs([result("One"), result("Two")], store)).toEqual([
      expect.stringMatching(/^faces-one-[0-9a-f]{8}$/),
      expect.stringMatching(/^faces-two-[0-9a-f]{8}$/),
    ]);
  });

  test("is that of the only known submission of the name, unless there is a distinction", async () => {
    const store = names([{ slug: "curated", benchmark: "faces", name: "ArcFace R100" }]);
    const entries = [result("arcface r100"), result("ArcFace R100", { distinction: "224" })];
    const { of, report } = await adopted(entries, { names: store });
    expect(of("submissions").map(({ slug, name }) => ({ slug, name }))).toEqual([
      { slug: "curated", name: "ArcFace R100" },
      { slug: "faces-arcface-r100-224", name: "ArcFace R100" },
    ]);
    expect(report.submissions).toEqual({ created: 1, known: 1 });
  });

  test("tells distinctions apart that would make the same one", async () => {
    const entries = ["-1", "1", "+1", "α"].map((distinction) => result("One", { distinction }));
    expect(new Set(await slugs(entries)).size).toBe(4);
  });

  test("is hashed where the distinction is more than a slug can say", async () => {
    expect(await slugs([result("One", { distinction: "-1" })])).toEqual([
      expect.stringMatching(/^faces-one-1-[0-9a-f]{8}$/),
    ]);
  });

  test("stays hashed when the plain one has become free", async () => {
    const entry = result("A", { distinction: "x" });
    const [, { slug }] = (await adopted([result("a x"), entry], { names: names() })).of("submissions");
    expect(await slugs([entry], names([{ slug, benchmark: "faces", name: "A" }]))).toEqual([slug]);
  });

  test("of one without a name is made of its line, else of its label", async () => {
    const entries = [
      result(null, { description: { line: 63 }, label: "Unnamed" }),
      result(null, { label: "Third row" }),
      result(null, { place: at(9) }),
    ];
    expect(await slugs(entries)).toEqual([
      "faces-unnamed-line-63",
      "faces-third-row",
      "faces-unnamed-results-line-9",
    ]);
  });

  test("stays the same when it is imported again, in whatever order", async () => {
    const entries = [
      result("A b"),
      result("a-b"),
      result("A", { distinction: "x/y" }),
      result("A"),
      result("a", { distinction: "+" }),
      result(null, { label: "Row" }),
      result("a x y"),
    ];
    const first = (await adopted(entries, { names: names() })).of("submissions");
    const known = names(first.map(({ slug, benchmark, name = null }) => ({ slug, benchmark, name })));
    expect(new Set(first.map(({ slug }) => slug)).size).toBe(entries.length);
    expect(await slugs(entries, known)).toEqual(first.map(({ slug }) => slug));
    expect((await slugs([...entries].reverse(), known)).reverse()).toEqual(first.map(({ slug }) => slug));
  });
});

test("a submission is emitted again only where more is said of it, its scores each time", async () => {
  const backbones = (name: string, line: number) => ({ place: at(line), backbones: [claim(name, line)] });
  const entries = [
    result("One", backbones("Net", 1), [score("1")]),
    result("One", backbones("Net", 2), [score("1")]),
    result("One", backbones("Web", 3), [score("1")]),
  ];
  const { of } = await adopted(entries, { names: names() });
  expect(of("submissions").map(({ source }) => source)).toEqual([
    { document: "results", line: 1, column: 1 },
    { document: "results", line: 3, column: 1 },
  ]);
  expect(of("scores")).toHaveLength(3);
});

test("what is not said is left out of the record", async () => {
  const { staged, of } = await adopted(
    [result("One"), result("Two", { organisations: ["A; B, Inc.", "a"] })],
    {
      names: names(),
    },
  );
  expect(of("submissions")).toEqual([
    {
      slug: "faces-one",
      name: "One",
      benchmark: "faces",
      source: { document: "results", line: 1, column: 1 },
    },
    expect.objectContaining({ slug: "faces-two", organisations: ["a", "b-inc"] }),
  ]);
  expect(staged.every((each) => each.kind === "record" && each.partial)).toBe(true);
});

test("a blank name stops the import", async () => {
  const { fatal } = await adopted([result(" ")], { names: names() });
  expect(fatal).toEqual([expect.stringMatching(/name of the submission is blank/)]);
});

test("organisations that may be one or several are kept whole with a warning", async () => {
  const entry = result("One", { organisations: ["Procter & Gamble"] });
  const { warnings, of, report } = await adopted([entry, entry], { names: names() });
  expect(warnings).toEqual([
    expect.stringMatching(/"Procter & Gamble" is taken as one organisation.*\(in 2 places\)/),
  ]);
  expect(of("organisations")).toEqual([{ slug: "procter-gamble", name: "Procter & Gamble" }]);
  expect(report.takenApart).toEqual([]);
});

test("each kind is asked once for a batch, whatever the count of names", async () => {
  const store = names();
  const entries = Array.from({ length: 400 }, (_, i) =>
    result(
      `Row ${i}`,
      { backbones: [claim(`Net number ${i}`)], papers: [{ place: at(i), title: `On ${i}` }] },
      [score("1")],
    ),
  );
  await adopted(entries, { names: store });
  expect([...store.asked].sort()).toEqual([
    "Backbone",
    "Benchmark",
    "Leaderboard",
    "Paper",
    "Submission",
    "names of Backbone",
    "names of Leaderboard",
    "names of Paper",
  ]);
});
