import { bundle } from "../../src/importers/bundle/format";
import { inputFromText } from "../../src/importers/input/input-file";
import { readBundle } from "../support/bundle-lines";

const NAMED = '{"organisations":{"slug":"a","name":"A"}}';

/** The problems of one file in JSON Lines, each as `line:column message`. */
async function problemsOf(content: string | Buffer): Promise<string[]> {
  const { problems } = await readBundle({ "own.jsonl": content });
  for (const { file, level } of problems) expect([file, level]).toEqual(["own.jsonl", undefined]);
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe("a bundle in JSON Lines", () => {
  it("has one record a line, under the name of its section", async () => {
    const lines = [
      '{"manifest":{"format":"scoregraph-bundle","version":1,"revision":12}}',
      NAMED,
      ' { "submissions" : { "slug": "s", "benchmark": "b", "source": {"document": "d", "line": 2, "column": 5},',
    ];
    lines[2] +=
      ' "backbones": [{"backbone": "net", "basis": "MENTIONED", "term": "R100", "document": "e"}] } } ';
    const { records, problems } = await readBundle({ "own.ndjson": `${lines.join("\r\n")}` });
    expect(problems).toEqual([]);
    expect(records.organisations).toEqual([{ slug: "a", name: "A" }]);
    expect(records.submissions).toEqual([
      {
        slug: "s",
        benchmark: "b",
        source: { document: "d", line: 2, column: 5 },
        backbones: [{ thing: "net", basis: "MENTIONED", term: "R100", document: "e" }],
      },
    ]);
  });

  it("may begin with a byte order mark, and have lines with nothing on them", async () => {
    const { records, problems } = await readBundle({ "own.jsonl": `\uFEFF${NAMED}\n\n  \t\n${NAMED}\n\n` });
    expect(problems).toEqual([]);
    expect(records.organisations).toHaveLength(2);
  });

  it("tells the line of each record", async () => {
    const places = [];
    const files = [inputFromText("own.jsonl", `\n${NAMED}\n${NAMED}`)];
    for await (const entry of bundle.read({ files, options: {}, vocabulary: [] })) {
      if (entry.kind === "record") places.push(entry.place);
    }
    expect(places).toEqual([
      { file: "own.jsonl", line: 2, column: 1 },
      { file: "own.jsonl", line: 3, column: 1 },
    ]);
  });

  it("says what is wrong with a line, and goes on with the next one", async () => {
    const content = `${NAMED}\n{"organisations":{"slug":"A b","name":"A"}}\n${NAMED}\n{"losses":{}}\n`;
    const { records, problems } = await readBundle({ "own.jsonl": content });
    expect(records.organisations).toHaveLength(2);
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 26],
      [4, 1],
    ]);
  });

  it("keeps what a slug says on two lines apart, which the write must look at", async () => {
    const { records, problems } = await readBundle({ "own.jsonl": `${NAMED}\n${NAMED}` });
    expect([records.organisations.length, problems]).toEqual([2, []]);
  });

  it("leaves a score without a document to its submission's source", async () => {
    const values = { a: "70.0", b: "", c: { reported: "71.0±0.5", value: "71.0", uncertainty: "0.5" } };
    const row = { submission: "s", leaderboard: "l", line: 3, column: 7, values };
    const { records } = await readBundle({ "own.jsonl": JSON.stringify({ scores: row }) });
    expect(records.scores).toEqual([row]);
  });

  it("can be many files beside documents, which are still put together by slug", async () => {
    const { records, problems } = await readBundle({
      "b.jsonl": NAMED,
      "a.yaml": "papers:\n  - slug: p\n    title: P\n",
      "c.json": '{ "papers": [{ "slug": "p", "year": 2020 }] }',
    });
    expect(problems).toEqual([]);
    expect(records.papers).toEqual([{ slug: "p", title: "P", year: 2020 }]);
    expect(records.organisations).toHaveLength(1);
  });
});

describe("a line that cannot be used", () => {
  it.each([
    ["is cut off", '{"organisations":{"slug":"a","na', /^1:\d+ .+/],
    ["has a comma too many", '{"organisations":{"slug":"a","name":"A",}}', /^1:4[0-2] .+/],
    ["has a comma at its end", `${NAMED},`, /^1:42 .+/],
    ["holds two records", `${NAMED}${NAMED}`, /^1:42 .+/],
    ["gives a key twice", '{"organisations":{"slug":"a","name":"A","name":"B"}}', /^1:41 .*"name".*/],
    [
      "gives a key twice, though with the same value",
      '{"organisations":{"slug":"a","name":"A","name":"A"}}',
      /^1:41 .*"name".*/,
    ],
    ["gives a section twice", `{"papers":{},"papers":{"slug":"a"}}`, /^1:14 .*"papers".*/],
    [
      "gives a key twice within",
      '{"organisations":{"slug":"a","name":"A","aliases":[{"x":1,"x":2}]}}',
      /^1:59 .*"x"/,
    ],
    ["is a word", "hello", /^1:1 .+/],
  ])("%s", async (_, text, problem) => {
    const [first, ...others] = await problemsOf(text);
    expect(first).toMatch(problem);
    expect(others).toEqual([]);
  });

  const SECTIONS =
    "sources, benchmarks, metrics, leaderboards, papers, lossFunctions, backbones, trainingDatasets";
  const ALL = `${SECTIONS}, organisations, submissions, scores`;

  it.each([
    ["a list", "[1]"],
    ["a number", "12"],
    ["nothing", "null"],
    ["without a section", "{}"],
    ["of two sections", '{"papers":{"slug":"a","title":"A"},"metrics":{}}'],
    ["of the form of other tools", '{"section":"papers","slug":"a","title":"A"}'],
  ])("is %s", async (_, text) => {
    expect(await problemsOf(text)).toEqual([
      `1:1 a line is one record under the name of its section, such as {"papers": {...}}. Sections are ${ALL}.`,
    ]);
  });

  it.each(["losses", "__proto__", "constructor"])("is of a section %s, which is none", async (name) => {
    expect(await problemsOf(`{"${name}":{}}`)).toEqual([
      `1:1 "${name}" is not a section. Sections are ${ALL}.`,
    ]);
  });

  it("has a list of records, as documents have", async () => {
    expect(await problemsOf('{"papers":[{"slug":"a","title":"A"}]}')).toEqual([
      '1:11 "papers" must be one record with named values; each record has a line of its own.',
    ]);
  });

  it("has values of the wrong kind: each is told with its column", async () => {
    const record = { slug: "s", benchmark: "b", source: { document: "d", line: 0 }, organisations: ["a", 5] };
    const text = JSON.stringify({ submissions: record });
    const columns = [text.indexOf("0}") + 1, text.indexOf("5]") + 1];
    const problems = await problemsOf(`\n${text}`);
    expect(problems).toEqual([
      `2:${columns[0]} source.line: must be a whole number from 1 to 2147483647, without quotes, not 0.`,
      `2:${columns[1]} organisations.1: must be a slug of lower-case letters a-z, digits and single hyphens, such as "set-1", not 5.`,
    ]);
  });

  it("has what no schema sees, told with its column", async () => {
    const text = '{"organisations":{"slug":"a","name":"A","aliases":["B","b"]}}';
    expect(await problemsOf(text)).toEqual(["1:56 aliases.1: stands in this list a second time."]);
  });

  it("has a cell whose number stands in no text", async () => {
    const row =
      '{"scores":{"submission":"a","leaderboard":"b","values":{"s":{"reported":null,"value":"1"}}}}';
    expect(await problemsOf(row)).toEqual([
      "1:61 values.s: a value stands in a text that was published: give it as reported, too.",
    ]);
    const [problem] = await problemsOf(row.replace("null", '"1 %"').replace('"1"}', '"1 %"}'));
    expect(problem).toMatch(
      /^1:\d+ values.s.value: must be a decimal number in quotes .* or null where there is none, not "1 %"\.$/,
    );
  });

  it("is a manifest of another version, or of something else", async () => {
    expect(await problemsOf('{"manifest":{"format":"scoregraph-bundle","version":2}}')).toEqual([
      "1:53 manifest: version: must be one of 1, not 2.",
    ]);
    expect(await problemsOf('{"manifest":{"format":"croissant","version":1}}')).toHaveLength(1);
  });

  it.each([
    ["as it is", "a\u0000b"],
    ["escaped", "a\\u0000b"],
  ])("has a NUL in it, %s", async (_, name) => {
    const problems = await problemsOf(`${NAMED}\n{"organisations":{"slug":"b","name":"${name}"}}`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^2:\d+ .*NUL/);
  });

  it("nests without end, or holds no text at all", async () => {
    const deep = `{"organisations":{"slug":"a","name":${"[".repeat(200_000)}${"]".repeat(200_000)}}}`;
    expect(await problemsOf(deep)).toHaveLength(1);
    expect(await problemsOf(Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x7b, 0x22]))).toHaveLength(1);
    expect((await problemsOf(Buffer.from(`${NAMED}\n{"papers":"\xff"}`, "latin1")))[0]).toMatch(/^2:/);
  });
});
