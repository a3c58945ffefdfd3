import { ImportRefused } from "../../src/importers/import-files";
import type { InputFile } from "../../src/importers/input/input-file";
import { problemLine } from "../../src/importers/problem";
import { importAs } from "../support/format-cases";
import { graphText } from "../support/graph-text";
import { endless, GOOD, SPOILT, spoilt, yamlBomb } from "../support/spoilt-files";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
let empty: string[];
beforeAll(async () => {
  service = await startTestService("empty");
  empty = await graphText(service.dataSource);
});
afterAll(() => service.close());
afterEach(async () => {
  expect(await graphText(service.dataSource)).toEqual(empty);
  expect(await service.dataSource.query("SELECT id FROM import")).toEqual([]);
});

/** Why a file is refused: its problems without warnings, and without the name of the file in front. */
async function refusal(kind: string, file: InputFile): Promise<string[]> {
  const error = await importAs(service.dataSource, GOOD[kind].format, [file]).then(
    () => new Error("it was imported"),
    (error) => error,
  );
  if (!(error instanceof ImportRefused)) throw error;
  return error.problems
    .filter(({ level }) => level !== "warning")
    .map((problem) => problemLine(problem).replace(/^.*?(?=:\d+:\d+: )/, ""));
}

/** What a dry run warns of; the file must be good enough to be imported. */
async function warnings(kind: string, file: InputFile): Promise<string[]> {
  const { problems } = await importAs(service.dataSource, GOOD[kind].format, [file], { dryRun: true });
  return problems.map((problem) => problemLine(problem).replace(/^.*?(?=:\d+:\d+: )/, ""));
}

const kinds = Object.keys(GOOD);

describe.each(kinds)("%s", (kind) => {
  const { text } = GOOD[kind];

  it("is good as it stands, with a byte order mark, in UTF-16 with one, and with the line ends of Windows", async () => {
    const encodings = [
      text,
      `\uFEFF${text}`,
      Buffer.from(`\uFEFF${text}`, "utf16le"),
      text.replaceAll("\n", "\r\n"),
    ];
    for (const content of encodings) expect(await warnings(kind, spoilt(kind, content))).toEqual([]);
  });

  it.each(SPOILT)("is refused as %s", async (_what, spoil, said) => {
    const [first, ...others] = await refusal(kind, spoilt(kind, spoil(text)));
    expect(first).toMatch(said);
    expect(others).toEqual([]);
  });

  it.each([
    ["a page of HTML", "<!DOCTYPE html>\n<html><body>Not found</body></html>\n"],
    ["some words", "no such thing\n"],
    ["brackets without end", "[".repeat(100_000)],
    ["maps without end", '{"a":'.repeat(100_000)],
  ])("is refused when it is %s, in words", async (_what, content) => {
    const found = await refusal(kind, spoilt(kind, content));
    expect(found.length).toBeGreaterThan(0);
    for (const line of found) {
      expect(line).toMatch(/^:\d+:\d+: \S/);
      expect(line).not.toMatch(/call stack|undefined|TypeError|\n/);
    }
  });

  it("is refused at once when it is a line without an end", async () => {
    const before = process.memoryUsage().rss;
    const { file, counted } = endless(GOOD[kind].name, "", "x", 2_000);
    const [first] = await refusal(kind, file);
    expect(first).toMatch(/^:1:1: the (file|line) is (larger|longer) than \d+ (MB|bytes)/);
    expect(counted.read).toBeLessThan(300);
    expect(process.memoryUsage().rss - before).toBeLessThan(1.5e9);
  });
});

describe("JSON", () => {
  const inJson = kinds.filter((kind) => /\.json/.test(GOOD[kind].name));

  it.each(inJson)("that is broken is refused where it breaks: %s", async (kind) => {
    const { text } = GOOD[kind];
    const one = async (content: string) => (await refusal(kind, spoilt(kind, content)))[0];
    expect(await one(text.slice(0, text.indexOf("2020")))).toMatch(
      /^:\d+:\d+: a text that is not closed when the file ends: a double quote is missing\.$/,
    );
    expect(await one(text.replace(/"\s*\}/, "$&,,"))).toMatch(
      /^:\d+:\d+: (a value is missing before ","|a key in double quotes must stand here|the value before this is complete)/,
    );
    expect(await one(text.replace('"2020-01-02"', "NaN"))).toMatch(
      /^:\d+:\d+: NaN is no JSON value\. Write null/,
    );
    expect(await one(text.replace("Alpha", "\\ud800"))).toMatch(
      /^:\d+:\d+: .*(half a character|must be text)/,
    );
    const key = /"(slug|model|model_name)":/.exec(text)?.[0] ?? "";
    const twice = text.replace(key, `${key} "other", ${key}`);
    expect(await one(twice)).toMatch(
      /^:\d+:\d+: "\w+" stands here a second time, after line \d+, column \d+, with another/,
    );
  });

  it.each(inJson.filter((kind) => !/Lines/.test(kind)))(
    "that is cut off or has a comma too many: %s",
    async (kind) => {
      const { text } = GOOD[kind];
      expect(await refusal(kind, spoilt(kind, text.slice(0, -4)))).toEqual([
        expect.stringMatching(
          /^:\d+:\d+: the file ends before the "[[{]" of line 1, column 1 is closed|^:\d+:\d+: the file ends before/,
        ),
      ]);
      expect(await refusal(kind, spoilt(kind, text.replace(/\n *([\]}])/, ",\n $1")))).toEqual([
        expect.stringMatching(/^:\d+:\d+: a comma with nothing after it before "[\]}]"\. Take it out\.$/),
      ]);
      const values = endless(GOOD[kind].name, "[", "1,", 20).file;
      expect(await refusal(kind, values)).toEqual([
        expect.stringMatching(/^:1:\d+: more than 5,000,000 values are not read at once\./),
      ]);
    },
  );
});

describe("YAML", () => {
  it.each([
    ["bundle in YAML", "sources"],
    ["model-index", "Models"],
    ["model card", "model-index"],
  ])("that stands for more than memory holds is refused at once: %s", async (kind, key) => {
    const bomb = kind === "model card" ? `---\n${yamlBomb(key)}---\n` : yamlBomb(key);
    expect(await refusal(kind, spoilt(kind, bomb))).toEqual([
      expect.stringMatching(/^:\d+:\d+: "\*\w": aliases up to here stand for more than 100000 values\./),
    ]);
  });

  it.each([
    ["bundle in YAML", "slug: a,", "slug: a, slug: c,"],
    ["model-index", "    Results:", "    Name: Other\n    Results:"],
    ["model card", "    results:", "    name: Other\n    results:"],
  ])("with a key twice, a tag or a broken line is refused: %s", async (kind, from, to) => {
    const { text } = GOOD[kind];
    const one = async (content: string) => (await refusal(kind, spoilt(kind, content)))[0];
    expect(await one(text.replace(from, to))).toMatch(
      /^:\d+:\d+: "(slug|Name|name)" stands here a second time/,
    );
    expect(await one(text.replace("Alpha", "!!js/function Alpha"))).toMatch(
      /^:\d+:\d+: the tag .* is not read\./,
    );
    expect(await one(text.replace(/Alpha/, "[Alpha"))).toMatch(
      /^:\d+:\d+: the "\[" of line \d+, column \d+ is not closed/,
    );
  });

  it("at the head of a card that is not closed is refused", async () => {
    const { text } = GOOD["model card"];
    expect(await refusal("model card", spoilt("model card", text.slice(0, text.lastIndexOf("---"))))).toEqual(
      [':1:1: the YAML that begins here is not closed: a line "---" is missing after it.'],
    );
  });
});

describe("values", () => {
  const dates = kinds.filter((kind) => /2020-01-02|3\/9\/2018/.test(GOOD[kind].text));

  it.each(dates)("that are no day are refused or left out, with the place: %s", async (kind) => {
    for (const day of ["17 November 2025 4:28pm", "99/99/9999", "2019-02-29"]) {
      const file = spoilt(kind, GOOD[kind].text.replace(/2020-01-02|3\/9\/2018/, day));
      const found = GOOD[kind].format === "bundle" ? await refusal(kind, file) : await warnings(kind, file);
      expect(found).toEqual([expect.stringMatching(/^:\d+:\d+: /)]);
      expect(found[0]).toMatch(/day|row/);
    }
  });

  it.each(kinds.filter((kind) => GOOD[kind].text.includes("71.5")))(
    "that are no number are kept as text, with a warning: %s",
    async (kind) => {
      const { text, name } = GOOD[kind];
      const quoted = /json/.test(name);
      for (const value of ["NaN", "1e999999", "--"]) {
        const file = spoilt(kind, text.replace("71.5", value));
        if (value === "1e999999" && /yml|md/.test(name)) {
          expect(await refusal(kind, file)).toEqual([
            expect.stringContaining("a number that is too large to be read."),
          ]);
        } else {
          const found = await warnings(kind, file);
          expect([quoted, value, found]).toEqual([
            quoted,
            value,
            [expect.stringMatching(/^:\d+:\d+: warning: .*numbers?\b/)],
          ]);
        }
      }
    },
  );

  it.each(kinds)("may be of a script from right to left, but not turn others around: %s", async (kind) => {
    const { text } = GOOD[kind];
    expect(await warnings(kind, spoilt(kind, text.replace("Alpha", "אלפא ألفا")))).toEqual([]);
    const [found] = await refusal(kind, spoilt(kind, text.replace("Alpha", "Al\u202Egnp")));
    expect(found).toMatch(
      /^:\d+:\d+: ".*Al\\u202egnp.*" holds U\+202E right-to-left override, which makes it look like another text\./,
    );
  });
});
