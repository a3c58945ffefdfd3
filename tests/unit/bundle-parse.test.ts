import { readFileSync } from "node:fs";
import path from "node:path";
import { parseBundle } from "../../src/importers/bundle/parse";
import { readBundleFolder } from "../../src/importers/bundle/read-folder";

const fixtures = path.join(__dirname, "../fixtures/bundle");
const fixture = (name: string) => ({ name, text: readFileSync(path.join(fixtures, name), "utf8") });

/** The problems of one file, each as `line:column message`. */
function problemsOf(...lines: string[]): string[] {
  const { problems } = parseBundle([{ name: "own.yaml", text: lines.join("\n") }]);
  expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(problems.length ? ["own.yaml"] : []));
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const SECTIONS =
  "sources, benchmarks, metrics, leaderboards, papers, lossFunctions, backbones, trainingDatasets, organisations, submissions, scores";

describe("a good bundle", () => {
  it("gives records of all its files together, with no problem", () => {
    const { records, problems } = parseBundle([fixture("good.yaml"), fixture("more.yaml")]);
    expect(problems).toEqual([]);
    expect(records.lossFunctions).toEqual([{ slug: "arcface", name: "ArcFace" }]);
    expect(records.submissions).toEqual([
      {
        slug: "first",
        name: "First",
        benchmark: "bench",
        submittedOn: "2017-02-28",
        source: { document: "page", line: 3 },
        description: { line: 9 },
        lossFunctions: [
          { thing: "arcface", basis: "STATED", modified: true, term: "own ArcFace", line: 9 },
          { thing: undefined, basis: "VAGUE", term: "a combined loss" },
        ],
      },
    ]);
  });

  it("keeps the text of a score, and leaves a score without a document to its submission's source", () => {
    const { records } = parseBundle([fixture("good.yaml")]);
    expect(records.scores).toEqual([
      {
        submission: "first",
        leaderboard: "board",
        line: 3,
        values: { "set-1": "70.0", "set-2": "" },
      },
    ]);
  });

  it("may be JSON, indented with tabs, and may begin with a byte order mark", () => {
    const text = '\uFEFF{\r\n\t"organisations": [\r\n\t\t{ "slug": "a", "name": "A" }\r\n\t]\r\n}';
    const { records, problems } = parseBundle([{ name: "a.json", text }]);
    expect(problems).toEqual([]);
    expect(records.organisations).toEqual([{ slug: "a", name: "A" }]);
  });

  it("is read from a folder in the order of its files' names", async () => {
    const files = await readBundleFolder(fixtures);
    expect(files.map(({ name }) => name)).toEqual(["good.yaml", "more.yaml"]);
  });

  it("cannot be a folder without a bundle file", async () => {
    await expect(readBundleFolder(__dirname)).rejects.toThrow(
      /unit holds no bundle file: none ends in .yaml, .yml, .json\.$/,
    );
  });
});

describe("a file that is not YAML", () => {
  it("is told where its syntax breaks", () => {
    expect(problemsOf("organisations:", "  - slug: a", "   name: A")).toEqual([
      "3:1 Sequence item without - indicator. Mend the syntax or the indentation here.",
    ]);
  });

  it("may not give a key twice", () => {
    expect(problemsOf("organisations:", "  - slug: a", "    name: A", "    name: B")).toEqual([
      '4:5 "name" stands here a second time, after line 3, column 5, with another value. Take one of the two out.',
    ]);
  });

  it("may not hold two documents", () => {
    expect(problemsOf("organisations: []", "---", "backbones: []")).toEqual([
      '2:1 a file is one document: take "---" out, and give each document a file of its own.',
    ]);
  });

  it.each([
    ["a list", "- slug: a"],
    ["a word", "hello"],
    ["nothing", ""],
    ["a comment", "# nothing"],
  ])("must have sections at the top, not %s", (_, text) => {
    expect(problemsOf(text)).toEqual([`1:1 a bundle file has sections: ${SECTIONS}.`]);
  });
});

describe("aliases and nesting", () => {
  it("are refused for an alias that stands for billions of values, at once", () => {
    const bomb = Array.from({ length: 9 }, (_, i) => `      - &x${i + 1} [${`*x${i},`.repeat(8)}*x${i}]`);
    const head = ["organisations:", "  - slug: a", "    name: A", "    aliases:", "      - &x0 [a, a, a, a]"];
    expect(problemsOf(...head, ...bomb)).toEqual([
      '10:18 "*x4": aliases up to here stand for more than 100000 values. Write them out.',
    ]);
  });

  it.each([
    ["nothing", "name: *nope", '3:11 "*nope" stands for nothing: no "&nope" comes before it.'],
    [
      "what it is part of",
      "name: &x [*x]",
      '3:15 "*x" stands for what it is part of. Write out what is meant.',
    ],
  ])("are refused for an alias of %s", (_, line, problem) => {
    expect(problemsOf("organisations:", "  - slug: &a a", `    ${line}`)).toEqual([problem]);
  });

  it("are as good as what they stand for", () => {
    const text = "organisations:\n  - slug: &a a\n    name: *a\n";
    const { records, problems } = parseBundle([{ name: "own.yaml", text }]);
    expect([problems, records.organisations]).toEqual([[], [{ slug: "a", name: "a" }]]);
  });

  it("end with a problem, not a crash, when lists stand in lists without end", () => {
    const problems = problemsOf("organisations:", "  - slug: a", `    name: ${"[".repeat(20_000)}`);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]).toMatch(/^3:\d+ /);
  });
});

describe("sections", () => {
  it("are told apart from what is none", () => {
    expect(problemsOf("sources: []", "organizations:", "  - slug: a")).toEqual([
      `2:1 "organizations" is not a section. Sections are ${SECTIONS}.`,
    ]);
  });

  it.each(["constructor", "__proto__", "toString"])("do not include %s", (name) => {
    expect(problemsOf(`${name}: []`)).toEqual([`1:1 "${name}" is not a section. Sections are ${SECTIONS}.`]);
  });

  it("are lists of records", () => {
    expect(problemsOf("organisations:", "backbones: {}", "papers:", "  - a")).toEqual([
      '1:1 "organisations" must be a list of records.',
      '2:1 "backbones" must be a list of records.',
      '4:5 "papers" must be a list of records, each with named values.',
    ]);
  });
});

describe("keys of a record", () => {
  it("must be known: the message lists those that are", () => {
    expect(problemsOf("organisations:", "  - slug: a", "    name: A", "    country: X")).toEqual([
      '4:5 the record: "country" is not known here. Known are slug, name, aliases, nameKind.',
    ]);
  });

  it("must be known within a value, too", () => {
    const lines = ["sources:", "  - slug: a", "    title: A", "    doesNotSay:", "      - topic: x"];
    expect(problemsOf(...lines, "        statement: y", "        why: z")).toEqual([
      '7:14 doesNotSay.0: "why" is not known here. Known are topic, statement.',
    ]);
  });

  it("must all be there that are needed", () => {
    const source = "    source: { line: 3 }";
    expect(problemsOf("submissions:", "  - slug: a", "    benchmark: b", source, "  - {}")).toEqual([
      '4:5 source: "document" is missing.',
      '5:5 the record: "slug" is missing.',
      '5:5 the record: "benchmark" is missing.',
      '5:5 the record: "source" is missing.',
    ]);
  });

  it("may not be given a second time for one slug, even in another file", () => {
    const files = [
      { name: "a.yaml", text: "organisations:\n  - slug: x\n    name: X\n" },
      { name: "b.yaml", text: "organisations:\n  - slug: x\n    aliases: [Y]\n    name: Z\n" },
    ];
    expect(parseBundle(files).problems).toEqual([
      { file: "b.yaml", line: 4, column: 5, message: '"name" of "x" is given a second time.' },
    ]);
  });
});
