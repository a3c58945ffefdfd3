import { parseBundle } from "../../src/importers/bundle/parse";

/** The problems of one file, each as `line:column message`. */
function problemsOf(...lines: string[]): string[] {
  const { problems } = parseBundle([{ name: "own.yaml", text: lines.join("\n") }]);
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const submission = (...lines: string[]) =>
  problemsOf(
    "submissions:",
    "  - slug: a",
    "    benchmark: b",
    "    source: { document: d }",
    ...lines.map((line) => `    ${line}`),
  );
const organisation = (...lines: string[]) =>
  problemsOf("organisations:", "  - slug: a", ...lines.map((line) => `    ${line}`));

const DECIMAL =
  'must be a decimal number in quotes and without a unit, such as "70.0", or "" where nothing was published';
const SLUG = 'must be a slug of lower-case letters a-z, digits and single hyphens, such as "set-1"';
const TEXT = "must be text, in quotes where it would else be a number, with a visible character and no NUL";

describe("values", () => {
  it("of a list of words must be one of them: the message lists them", () => {
    expect(organisation("name: A", "nameKind: FIRM")).toEqual([
      '4:5 nameKind: must be one of ORGANISATION, PERSON, METHOD, not "FIRM".',
    ]);
    expect(submission("lossFunctions:", "  - { lossFunction: x, basis: INHERITED, term: y }")).toEqual([
      '6:35 lossFunctions.0.basis: must be one of STATED, CITED, VAGUE, MENTIONED, not "INHERITED".',
    ]);
  });

  it.each(["2017-02-30", "2017-13-01", "2015-02-29", "12/1/2016", "0999-01-01"])(
    "cannot be the date %s, which no calendar has",
    (text) => {
      expect(submission(`submittedOn: ${text}`)).toEqual([
        `5:5 submittedOn: must be a day of the calendar, written YYYY-MM-DD, such as "2016-12-31", not "${text}".`,
      ]);
    },
  );

  it.each(["2016-02-29", "1000-01-01", "9999-12-31"])("can be the date %s", (text) => {
    expect(submission(`submittedOn: ${text}`)).toEqual([]);
  });

  it.each([
    ["77.977%", '"77.977%"'],
    ["n/a", '"n/a"'],
    ["70.0", "70"],
    ['"1e3"', '"1e3"'],
    ['".5"', '".5"'],
    ['"٣"', '"٣"'],
    ["NaN", '"NaN"'],
    [" ", "nothing"],
  ])("of a score cannot be %s", (written, shown) => {
    const lines = ["scores:", "  - submission: a", "    leaderboard: b", "    document: d", "    values:"];
    expect(problemsOf(...lines, `      set-1: ${written}`)).toEqual([
      `${shown === "nothing" ? "6:15" : "6:14"} values.set-1: ${DECIMAL}, not ${shown}.`,
    ]);
  });

  it.each(['"70.0"', '"-0.5"', '"64.6878"', '""'])("of a score can be %s", (written) => {
    const lines = ["scores:", "  - submission: a", "    leaderboard: b", "    document: d", "    values:"];
    expect(problemsOf(...lines, `      set-1: ${written}`)).toEqual([]);
  });

  it("of a score stand under a split's slug, and there is at least one", () => {
    const lines = ["scores:", "  - submission: a", "    leaderboard: b", "    document: d"];
    expect(problemsOf(...lines, '    values: { Set 1: "1" }')).toEqual([`5:22 values: "Set 1" ${SLUG}.`]);
    expect(problemsOf(...lines, "    values: {}")).toEqual(["5:5 values: must not be empty."]);
  });

  it.each([
    ["a number", "12", "12"],
    ["a blank", '" "', '" "'],
    ["nothing", "", "nothing"],
    ["a list", "[x]", "a list"],
  ])("of a name cannot be %s", (_, written, shown) => {
    const [problem] = organisation(`name: ${written}`);
    expect(problem).toMatch(/^3:/);
    expect(problem.slice(problem.indexOf(" ") + 1)).toBe(`name: ${TEXT}, not ${shown}.`);
  });

  it.each([
    ["a text with a NUL", '"a\\0b"', "a NUL character, which no text may hold. Take it out."],
    [
      "half a character",
      '"\\ud800"',
      "\\ud800 is half a character: the other half is missing. Take it out, or complete it.",
    ],
  ])("cannot hold %s", (_, written, message) => {
    expect(organisation(`name: ${written}`)).toEqual([`3:11 ${message}`]);
  });

  it("that are counts or lines must be whole numbers that the store can hold", () => {
    expect(submission("description: { line: 2147483648, ensembleSize: 1.5 }")).toEqual([
      "5:26 description.line: must be a whole number from 1 to 2147483647, without quotes, not 2147483648.",
      "5:52 description.ensembleSize: must be a whole number from 1 to 2147483647, without quotes, not 1.5.",
    ]);
  });

  it("that are addresses must lead to a page", () => {
    expect(problemsOf("sources:", "  - slug: a", "    title: A", "    url: javascript:alert(1)")).toEqual([
      '4:5 url: must be an address that begins with https:// or http://, not "javascript:alert(1)".',
    ]);
  });
});

describe("what has no meaning", () => {
  it("is an item that stands twice in a list", () => {
    expect(organisation("name: A", "aliases: [B, C, b]")).toEqual([
      "4:21 aliases.2: stands in this list a second time.",
    ]);
    expect(submission("organisations: [x, x]", "citations: [{ paper: p, line: 1 }, { paper: p }]")).toEqual([
      "5:24 organisations.1: stands in this list a second time.",
      "6:40 citations.1: stands in this list a second time.",
    ]);
  });

  it("is not a thing claimed twice in different words", () => {
    const plain = "  - { backbone: resnet, basis: STATED, term: ResNet CNN }";
    const own = "  - { backbone: resnet, basis: STATED, modified: true, term: improved ResNet }";
    expect(submission("backbones:", plain, own)).toEqual([]);
    expect(submission("backbones:", plain, plain)).toEqual([
      "7:9 backbones.1: stands in this list a second time.",
    ]);
  });

  it("is a vague claim that names a thing, or a definite one of a method that names none", () => {
    expect(
      submission(
        "lossFunctions:",
        "  - { lossFunction: arcface, basis: VAGUE, term: some margin }",
        "  - { basis: STATED, term: some loss }",
        "  - { basis: VAGUE, modified: true, term: own loss }",
      ),
    ).toEqual([
      "6:9 lossFunctions.0: a VAGUE claim names no lossFunction. Take one of the two out.",
      "7:9 lossFunctions.1: only a VAGUE claim can do without a lossFunction.",
      '8:9 lossFunctions.2: "modified" is about a named lossFunction.',
    ]);
    expect(submission("trainingDatasets:", "  - { basis: STATED, images: 273000, term: photos }")).toEqual(
      [],
    );
  });

  it("is what refers to itself", () => {
    expect(submission("variantOf: [{ submission: a, onlyDifference: true }]")).toEqual([
      "5:17 variantOf.0: refers to itself.",
    ]);
    expect(problemsOf("backbones:", "  - { slug: a, name: A, parent: a }")).toEqual([
      '2:25 parent: "a" cannot stand under itself.',
    ]);
  });

  it("is a name that two records of a section share, case apart", () => {
    const lines = ["organisations:", "  - { slug: a, name: Vocord }", "  - { slug: b, name: vocord }"];
    expect(problemsOf(...lines)).toEqual(['3:16 name: "a" has "vocord" already.']);
  });

  it("is a second score of a submission on one split", () => {
    const row = (value: string) =>
      `  - { submission: a, leaderboard: b, document: d, values: { s: "${value}" } }`;
    expect(problemsOf("scores:", row("1"), row("2"))).toEqual([
      '3:64 values.s: "a" has a score there on "b" already.',
    ]);
  });

  it("is a leaderboard with two default splits", () => {
    const lines = ["leaderboards:", "  - slug: b", "    name: B", "    benchmark: x", "    metric: m"];
    const split = (slug: string) => `{ slug: ${slug}, name: S, default: true }`;
    expect(problemsOf(...lines, `    splits: [${split("s")}, ${split("t")}]`)).toEqual([
      "6:5 splits: only one of them can be the default.",
    ]);
  });
});
