import { readFileSync } from "node:fs";
import path from "node:path";
import { readByMapping, smallMapping, valuesOf } from "../support/csv-format";

const fixture = (name: string) => readFileSync(path.join(__dirname, "../fixtures/csv", name), "utf8");
const bakeOff = () =>
  readByMapping(fixture("mapping.yaml"), { "2021/spring/cakes.csv": fixture("cakes.csv"), "notes.csv": "x" });

test("a row becomes a result with all that the mapping says of it, each part with its place", async () => {
  const file = "2021/spring/cakes.csv";
  const { results } = await bakeOff();
  const benchmark = { name: "Bake-off" };
  const cake = { file, line: 2, column: 1 };
  expect(results[0]).toEqual({
    source: "bake-off",
    submission: {
      place: cake,
      benchmark,
      name: "rye.dark",
      distinction: "20",
      submittedOn: "2021-05-03",
      organisations: ["Ann", "Bob"],
      backbones: [{ name: "Rye bread", basis: "STATED", term: "rye", place: cake }],
      trainingDatasets: [
        { name: "Wheat", basis: "STATED", term: "w", place: { file, line: 2, column: 46 } },
        { name: "spelt", basis: "STATED", term: "spelt", place: { file, line: 2, column: 46 } },
      ],
      lossFunctions: [{ basis: "VAGUE", term: "some oven", place: cake }],
      papers: [
        {
          place: { file, line: 2, column: 56 },
          title: "Bread, and\nhow to bake it",
          url: "https://books.example/1",
          authors: ["Ann A.", "Bob B."],
          year: 1999,
        },
      ],
    },
    scores: [
      {
        place: { file, line: 2, column: 13 },
        leaderboard: {
          name: "Bake-off spring: taste",
          metric: { name: "Taste", unit: "%", direction: "HIGHER_IS_BETTER", minimum: "0", maximum: "100" },
        },
        split: "Jury",
        reported: "98.50",
        value: "98.50",
      },
      {
        place: { file, line: 2, column: 21 },
        leaderboard: {
          name: "Bake-off: weight",
          metric: { name: "Weight", unit: "g", direction: "UNKNOWN" },
        },
        split: "Scales",
        reported: "1.2k",
        value: "1200",
      },
    ],
  });
});

test("rows that are no submissions are left out, a missing value is kept as an empty cell", async () => {
  const { results } = await bakeOff();
  expect(
    results.map(({ submission, scores }) => [submission.name, ...scores.map(({ value }) => value)]),
  ).toEqual([
    ["rye.dark", "98.50", "1200"],
    ["rye.dark", "81.7", "1014.45"],
    ["sponge", null, null],
  ]);
  expect(results[2].scores.map(({ reported }) => reported)).toEqual(["tasty", null]);
});

test("the source comes first, and what cannot be read is said with its place", async () => {
  const { sources, problems } = await bakeOff();
  expect(sources).toEqual([
    {
      kind: "record",
      section: "sources",
      record: { slug: "bake-off", title: "Bake-off", url: "https://bake-off.example/results" },
      place: expect.objectContaining({ line: 2 }),
    },
  ]);
  expect(problems).toEqual([
    '2021/spring/cakes.csv:4:30: warning: "3 May" is no day written as "submittedOn" says. The submission is kept without a day.',
    '2021/spring/cakes.csv:4:47: warning: "ftp://x" is no address that begins with https:// or http://. The paper is taken without it.',
    '2021/spring/cakes.csv:4:56: warning: "soon" is no year such as 2019. It is left out.',
    expect.stringMatching(
      /^2021\/spring\/cakes.csv:7:11: warning: "Taste": "tasty" is no number such as 70.0/,
    ),
  ]);
});

test("files are read in the order in which the mapping names them", async () => {
  const mapping = smallMapping().replace('files: ["*"]', 'files: [main.csv, "*"]');
  const text = (name: string) => `model,top1\n${name},5\n`;
  const found = await readByMapping(mapping, {
    "a.csv": text("a"),
    "main.csv": text("m"),
    "b.csv": text("b"),
  });
  expect(valuesOf(found).map(([name]) => name)).toEqual(["m", "a", "b"]);
});

test("files that the mapping does not know are said", async () => {
  const { problems } = await readByMapping(fixture("mapping.yaml"), { "autumn/pies.csv": "Pie\nx\n" });
  expect(problems).toEqual([
    'autumn/pies.csv:1:1: warning: no table of the mapping is for this file. Name it under "files", or under "ignore".',
    "mapping.yaml:16:3: none of the files is one that the mapping is for.",
  ]);
});
