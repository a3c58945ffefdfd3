import path from "node:path";
import { deflateSync, gzipSync } from "node:zlib";
import { formats } from "../../src/importers/formats";
import { ImportRefused, importFiles } from "../../src/importers/import-files";
import type { InputFile } from "../../src/importers/input/input-file";
import { inputFromText } from "../../src/importers/input/open-files";
import { problemLine } from "../../src/importers/problem";
import { countRows, revisionOf } from "../support/data-edits";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

const MAPPING = path.join(__dirname, "../fixtures/csv/mapping.yaml");

/** The problems for which an import is refused, each on a line; nothing may have been written. */
async function refusalOf(name: string, file: InputFile): Promise<string[]> {
  const format = formats.get(name);
  if (!format) throw new Error(`There is no format ${name}.`);
  const before = [await revisionOf(service), await countRows(service)];
  const options = name === "csv" ? { mapping: MAPPING } : {};
  const refused = await importFiles(service.dataSource, { format, files: [file], options }).catch(
    (error) => error,
  );
  expect(refused).toBeInstanceOf(ImportRefused);
  expect([await revisionOf(service), await countRows(service)]).toEqual(before);
  const lines = (refused as ImportRefused).problems.map(problemLine);
  for (const line of lines) expect(line).not.toMatch(/\bat .*\.[jt]s:\d+|SELECT |INSERT /);
  return lines;
}

/** The name that a file of each format has. */
const FILES: [string, string][] = [
  ["bundle", "own.json"],
  ["bundle", "own.jsonl"],
  ["bundle", "own.yaml"],
  ["csv", "spring/cakes.csv"],
  ["megaface-page", "own.txt"],
  ["model-index", "own.yml"],
  ["paperswithcode", "own.json"],
];

const ZIP = Buffer.concat([Buffer.from("PK\x03\x04\x14\0\0\0\x08\0", "latin1"), deflateSync("a file")]);

describe.each(FILES)("a file of the format %s, named %s,", (format, file) => {
  it.each<[string, Buffer | string, RegExp]>([
    ["is empty", "", /empty|nothing/i],
    ["is an archive", ZIP, /zip archive/],
    ["is compressed", gzipSync("text"), /gzip/],
    ["is in another encoding", Buffer.from("Fête: [1]\n", "latin1"), /is not UTF-8\. Save the file as UTF-8/],
    ["holds a NUL", "a: \0\n", /NUL|\\0|U\+0000/i],
  ])("that %s is refused with its place", async (_, content, problem) => {
    const [first] = await refusalOf(format, inputFromText(file, content));
    expect(first).toMatch(/^(own|spring\/cakes)\.\w+:\d+:\d+: /);
    expect(first).toMatch(problem);
  });

  it("with a line that does not end is refused before memory is", async () => {
    let bytes = 0;
    const endless: InputFile = {
      name: file,
      async *bytes() {
        for (const chunk = Buffer.alloc(1 << 20, "a"); ; bytes += chunk.length) yield chunk;
      },
    };
    const [first] = await refusalOf(format, endless);
    expect(first).toMatch(/^(own|spring\/cakes)\.\w+:\d+:\d+: /);
    expect(bytes).toBeLessThan(400e6);
  });
});

describe("a file of JSON", () => {
  const TABLES = '[{"task":"T","datasets":[]}]';
  it.each<[string, string, string, RegExp]>([
    ["paperswithcode", "is cut off", TABLES.slice(0, -3), /^own\.json:1:\d+: /],
    [
      "paperswithcode",
      "has a comma too many",
      '[{"task":"T",}]',
      /^own\.json:1:13: a comma with nothing after it/,
    ],
    ["paperswithcode", "has a bare NaN", '[{"task":NaN}]', /^own\.json:1:10: .*NaN/],
    ["paperswithcode", "says a key twice", '[{"task":"T","task":"U"}]', /^own\.json:1:14: .*"task"/],
    ["bundle", "is cut off", '{"sources":[{"slug":"a"', /^own\.json:1:\d+: /],
    [
      "bundle",
      "has a bare NaN",
      '{"metrics":[{"slug":"a","name":"A","direction":"UNKNOWN","minimum":NaN}]}',
      /^own\.json:1:/,
    ],
    [
      "bundle",
      "says a key twice",
      '{"sources":[{"slug":"a","title":"A","title":"B"}]}',
      /^own\.json:1:37: .*title.*second time/,
    ],
  ])("of the format %s that %s is refused with its place", async (format, _, text, problem) => {
    expect((await refusalOf(format, inputFromText("own.json", text)))[0]).toMatch(problem);
  });
});

describe("a file of YAML", () => {
  const BOMB = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    .concat(
      [..."bcdefghi"].map((key, i) => `${key}: &${key} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(", ")}]`),
    )
    .join("\n");
  it.each<[string, string, string, RegExp]>([
    ["model-index", "explodes", BOMB, /^own\.yml:\d+:\d+: .*alias/i],
    ["bundle", "explodes", BOMB, /^own\.yml:\d+:\d+: .*alias/i],
    ["model-index", "says a key twice", "Models: []\nModels: [1]\n", /^own\.yml:2:1: /],
    ["bundle", "is indented by a tab", "sources:\n\t- slug: a\n", /^own\.yml:2:1: /],
  ])("of the format %s that %s is refused with its place", async (format, _, text, problem) => {
    expect((await refusalOf(format, inputFromText("own.yml", text)))[0]).toMatch(problem);
  });
});

describe("a day that is none", () => {
  it.each(["17 November 2025 4:28pm", "99/99/9999", "2025-02-30"])(
    "%s is refused in a bundle",
    async (day) => {
      const submission = {
        slug: "a",
        benchmark: "megaface",
        source: { document: "megaface-results-page" },
        submittedOn: day,
      };
      const text = `${JSON.stringify({ submissions: submission })}\n`;
      const [first] = await refusalOf("bundle", inputFromText("own.jsonl", text));
      expect(first).toMatch(
        /^own\.jsonl:1:\d+: submittedOn: must be a day of the calendar, written YYYY-MM-DD/,
      );
    },
  );

  it.each(["17 November 2025 4:28pm", "99/99/9999"])(
    "%s is left out of a table with a warning",
    async (day) => {
      const row = { model_name: "M", paper_date: day, metrics: { Accuracy: "1" } };
      const tables = [
        { task: "T", datasets: [{ dataset: day, sota: { metrics: ["Accuracy"], rows: [row] } }] },
      ];
      const format = formats.get("paperswithcode");
      if (!format) throw new Error("There is no such format.");
      const files = [inputFromText("own.json", JSON.stringify(tables))];
      const { problems } = await importFiles(service.dataSource, {
        format,
        files,
        dryRun: true,
        naming: "create",
      });
      expect(problems.map(problemLine).join("\n")).toMatch(/^own\.json:1:\d+: warning: .*paper_date.*/m);
    },
  );
});
