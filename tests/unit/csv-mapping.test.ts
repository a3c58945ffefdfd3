import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { csv } from "../../src/importers/csv/format";
import { planTables } from "../../src/importers/csv/mapping/plan";
import { mappingFile, readMapping } from "../../src/importers/csv/mapping/read-mapping";
import type { Problem } from "../../src/importers/problem";
import { readByMapping, smallMapping, valuesOf } from "../support/csv-format";

const docs = path.join(__dirname, "../../docs/formats");
const table = { "t.csv": "model,top1\na,5\n" };
const problemsOf = async (mapping: string) => (await readByMapping(mapping, table)).problems;

test("without a mapping nothing can be read", async () => {
  expect((await readByMapping(undefined, table)).problems).toEqual([
    "t.csv:1:1: which column is what must be said by a mapping file: give its path with --mapping.",
  ]);
  const entries = csv.read({ files: [], options: { mapping: "/nowhere/m.yaml" }, vocabulary: [] });
  const { value } = await entries[Symbol.asyncIterator]().next();
  expect(value).toMatchObject({
    kind: "problem",
    problem: { file: "/nowhere/m.yaml" },
  });
});

it.each([
  ["tables: [", "mapping.yaml:1:"],
  ["sources: *s\n", "mapping.yaml:1:10: "],
  ["[]\n", "mapping.yaml:1:1: the mapping: must be a group of named values, not a list."],
  ["tables: []\n", 'mapping.yaml:1:1: the mapping: "sources" is missing.'],
])("what is no mapping is said with its place: %#", async (mapping, problem) => {
  expect(await problemsOf(mapping)).toEqual(expect.arrayContaining([expect.stringContaining(problem)]));
});

test("a warning about the mapping does not keep it from being used", async () => {
  const found = await readByMapping(smallMapping('delimiter: ","\n    delimiter: ","'), table);
  expect(found.problems).toEqual([expect.stringMatching(/^mapping.yaml:9:5: warning: "delimiter" /)]);
  expect(valuesOf(found)).toEqual([["a", "5", "5"]]);
});

describe("what a mapping cannot mean is said at its place", () => {
  const scores = (more: string) => smallMapping("", `      - { ${more}, split: All }`);
  it.each([
    [smallMapping("skipRow: []"), '8:14: tables.0: "skipRow" is not known here. Did you mean "skipRows"?'],
    [smallMapping('delimiter: "||"'), '8:16: tables.0.delimiter: must be a single character, not "||".'],
    [smallMapping("missing: [1]"), '8:15: tables.0.missing.0: must be text in quotes, such as "-", not 1.'],
    [
      scores("column: top1, leaderboard: top1, scale: 7"),
      "10:51: tables.0.scores.0.scale: must be one of 0.000001, ",
    ],
    [scores("leaderboard: top1"), '10:9: tables.0.scores.0: give either "column", or "columns"'],
    [
      scores("column: top1, leaderboard: topp1"),
      '10:38: tables.0.scores.0.leaderboard: there is no leaderboard "topp1". Did you mean "top1"?',
    ],
    [
      scores("columns: '(', leaderboard: top1"),
      "10:20: tables.0.scores.0.columns: not a regular expression of JavaScript: ",
    ],
    [smallMapping("source: smal"), '8:13: tables.0.source: there is no source "smal". Did you mean "small"?'],
    [smallMapping("values: { x: '{model' }"), '8:18: tables.0.values.x: "{model" has a "{" alone.'],
    [
      smallMapping("values: { x: '{file.nam}' }"),
      '8:18: tables.0.values.x: "{file.nam}": a file has no such field. Did you mean "file.name" or',
    ],
    [
      smallMapping("values: { x: { from: '{model}', pattern: 'a' } }"),
      '8:18: tables.0.values.x: "a" must say which part is meant, by a group (?<value>…).',
    ],
    [
      smallMapping("skipRows: [{ from: '{model}' }]"),
      '8:16: tables.0.skipRows.0: says no condition: give "is", "pattern" or "missing".',
    ],
    [
      smallMapping().replace('name: "{model}"', "distinction: x"),
      '8:17: tables.0.submission: give a "name", or a "label"',
    ],
    [
      smallMapping().replace('name: "{model}"', 'name: "{model}", submittedOn: { from: x, format: YYYY }'),
      '"YYYY" must have YYYY, one of MM, M and MMM, and one of DD and D, each once.',
    ],
    [
      smallMapping().replace("benchmark: { name: Small }\n", ""),
      '6:5: tables.0: "benchmark" is missing: give one here, or one for the whole mapping.',
    ],
    [smallMapping().replace("small:", "Small:"), 'sources: "Small" must be a slug of lower-case letters'],
    [
      smallMapping("").replace("sources: {", "sources: { other: { title: x },"),
      '7:5: tables.0: "source" is missing: say which of other, small the files belong to.',
    ],
  ])("%#", async (mapping, problem) => {
    const problems = await problemsOf(mapping);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });
});

test("each example of the docs is a mapping without faults", async () => {
  const files = readdirSync(path.join(docs, "mappings"));
  expect(files).toEqual(["face.yaml", "robustbench.yaml", "timm.yaml"]);
  for (const file of files) {
    const read = await readMapping(mappingFile(path.join(docs, "mappings", file)));
    if ("problems" in read) throw new Error(JSON.stringify(read.problems));
    const problems: Problem[] = [];
    planTables(read.mapping, read.document, (problem) => problems.push(problem));
    expect(problems).toEqual([]);
  }
});

test("the example in the text of the docs reads the table beside it", async () => {
  const text = readFileSync(path.join(docs, "csv.md"), "utf8");
  const [, mapping] = /```yaml\n(sources:.*?)```/s.exec(text) ?? [];
  const [, rows] = /```csv\n(.*?)```/s.exec(text) ?? [];
  const found = await readByMapping(mapping, { "results/night.csv": rows });
  expect(found.problems).toEqual([]);
  expect(valuesOf(found)).toEqual([
    ["owl-s", "0,912", "91.2"],
    ["owl-l", null, null],
  ]);
  expect(found.results[0].submission.backbones?.map(({ name, term }) => [name, term])).toEqual([
    ["ResNet-50", "r50"],
  ]);
});
