import type { Located, Path } from "../../../src/importers/input/located";
import { parseYaml } from "../../../src/importers/input/parse-yaml";

function good(text: string): Located {
  const { document, problems } = parseYaml("own.yaml", text);
  expect(problems).toEqual([]);
  return document as Located;
}

function problemsOf(text: string): string[] {
  const { document, problems } = parseYaml("own.yaml", text);
  expect(document).toBeNull();
  expect(new Set(problems.map(({ file, level }) => `${file} ${level}`))).toEqual(
    new Set(["own.yaml undefined"]),
  );
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe("a YAML document", () => {
  const text = [
    "# head",
    "rows:",
    "  - n: 0.9300",
    "    e: 1.50E+2",
    "    t: 'it''s'",
    "  - [.nan, -.inf, ~, True, 0x1F, 1_000]",
    "empty:",
    "1.10: one",
    "long: |",
    "  a",
    "  b",
    "",
  ].join("\r\n");

  it("gives plain data, all keys being texts as written", () => {
    expect(good(text).value).toEqual({
      rows: [{ n: 0.93, e: 150, t: "it's" }, [Number.NaN, Number.NEGATIVE_INFINITY, null, true, 31, "1_000"]],
      empty: null,
      "1.10": "one",
      long: "a\nb\n",
    });
  });

  it.each<[Path, number, number]>([
    [[], 2, 1],
    [["rows"], 3, 3],
    [["rows", 0, "t"], 5, 8],
    [["rows", "1", "4"], 6, 28],
    [["1.10"], 8, 7],
    [["rows", 0, "gone", 1], 3, 5],
    [["rows", 9], 3, 3],
    [["constructor"], 2, 1],
  ])("tells the place of %j", (path, line, column) => {
    expect(good(text).at(path)).toEqual({ file: "own.yaml", line, column });
  });

  it.each<[Path, string | undefined]>([
    [["rows", 0, "n"], "0.9300"],
    [["rows", 0, "e"], "1.50E+2"],
    [["rows", 0, "t"], "it's"],
    [["rows", 1, 0], ".nan"],
    [["rows", 1, 1], "-.inf"],
    [["rows", 1, 2], "~"],
    [["rows", 1, 3], "True"],
    [["rows", 1, 4], "0x1F"],
    [["empty"], ""],
    [["long"], "a\nb\n"],
    [["rows"], undefined],
    [["rows", 1, 6], undefined],
    [["gone"], undefined],
  ])("gives what was written at %j", (path, raw) => {
    expect(good(text).raw(path)).toBe(raw);
  });

  it("keeps the digits that a double does not", () => {
    const { raw } = good("[0.1234567890123456789, 12345678901234567890, +2, 012]");
    expect([0, 1, 2, 3].map((i) => raw([i]))).toEqual([
      "0.1234567890123456789",
      "12345678901234567890",
      "+2",
      "012",
    ]);
  });

  it("may be JSON", () => {
    expect(good('{\n\t"a": [1, "b"]\n}').value).toEqual({ a: [1, "b"] });
  });

  it.each(["", "# nothing\n"])("may be nothing: %j", (text) => {
    expect(good(text).value).toBeNull();
    expect(good(text).at(["a"])).toEqual({ file: "own.yaml", line: 1, column: 1 });
  });

  it("does not merge, and has keys of any name", () => {
    const { value } = good("<<: {a: 1}\n__proto__: {b: 2}\nconstructor: 3\n");
    expect(Object.entries(value as object)).toEqual([
      ["<<", { a: 1 }],
      ["__proto__", { b: 2 }],
      ["constructor", 3],
    ]);
    expect(({} as { b?: number }).b).toBeUndefined();
  });

  it("reads an alias as what it stands for, be it a text, a list or within another", () => {
    const { value, at, raw } = good("a: &x\n- 0.50\n- &y b\nc: *x\nd: [*y, *x]\ne: &y 2\nf: *y\n");
    const x = [0.5, "b"];
    expect(value).toEqual({ a: x, c: x, d: ["b", x], e: 2, f: 2 });
    expect([raw(["c", 0]), raw(["d", 0]), raw(["d", 1, 0]), raw(["f"]), raw(["c"])]).toEqual([
      "0.50",
      "b",
      "0.50",
      "2",
      undefined,
    ]);
    expect([at(["c"]), at(["c", 0]), at(["d", 1, 9])]).toEqual([
      { file: "own.yaml", line: 4, column: 4 },
      { file: "own.yaml", line: 2, column: 3 },
      { file: "own.yaml", line: 5, column: 9 },
    ]);
  });

  it("may say the same twice, with a warning", () => {
    const { document, problems } = parseYaml("own.yaml", "a: 1.0\na: 1.0\n");
    expect(document?.value).toEqual({ a: 1 });
    const message =
      '"a" stands here a second time, after line 1, column 1, with the same value. Take one of the two out.';
    expect(problems).toEqual([{ file: "own.yaml", line: 2, column: 1, message, level: "warning" }]);
  });

  it("is read by the same rules whatever version it says", () => {
    expect(good("%YAML 1.1\n---\na: yes\nb: 1:30\nc: 2001-01-01\nd: 010\n").value).toEqual({
      a: "yes",
      b: "1:30",
      c: "2001-01-01",
      d: 10,
    });
  });

  it("may have a map of many keys", () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `key${i}: ${i}`);
    const { raw } = good(lines.join("\n"));
    for (let i = 0; i < lines.length; i += 1) raw([`key${i}`]);
    expect(raw(["key19999"])).toBe("19999");
  });
});

const TWICE =
  "stands here a second time, after line 1, column 1, with another value. Take one of the two out.";

describe("YAML that cannot be read is told where and what would be right", () => {
  it.each([
    ["an alias of nothing", "b: *x", '1:4 "*x" stands for nothing: no "&x" comes before it.'],
    ["an alias before its anchor", "b: *x\na: &x 1", '1:4 "*x" stands for nothing: no "&x" comes before it.'],
    [
      "an alias of what it is in",
      "a: &x [*x]",
      '1:8 "*x" stands for what it is part of. Write out what is meant.',
    ],
    [
      "an alias for a key",
      "a: &x b\n*x : 1",
      "2:1 a list or a map cannot be a key. Write the key as a text.",
    ],
    [
      "two documents",
      "a: 1\n---\nb: 2",
      '2:1 a file is one document: take "---" out, and give each document a file of its own.',
    ],
    ["a key twice", "a: 1\nb: 2\na: 3", `3:1 "a" ${TWICE}`],
    ["a key twice, said in two ways", "a: 1\na: 1.0", `2:1 "a" ${TWICE}`],
    ["a key twice, once in quotes", '1: a\n"1": b', `2:1 "1" ${TWICE}`],
    ["a tab", "a:\n\tb: 1", "2:1 a tab stands where the indentation is. Use spaces."],
    ["an unclosed double quote", 'a: 1\nb: "abc\nc: 1\n', '2:4 a text that is not closed: a " is missing.'],
    ["an unclosed single quote", "a: 'abc", "1:4 a text that is not closed: a ' is missing."],
    [
      "an unclosed list",
      "a: [1, 2\nb: 3",
      '2:1 the "[" of line 1, column 4 is not closed before this, or this must stand further to the right.',
    ],
    [
      "an unclosed list of texts",
      '["a", "b"',
      '1:10 the "[" of line 1, column 1 is not closed before this, or this must stand further to the right.',
    ],
    ["a quote that closes nothing", 'a: "', '1:4 a text that is not closed: a " is missing.'],
    [
      "a list that a map closes",
      "{a: [1}",
      '1:7 the "[" of line 1, column 5 is not closed before this, or this must stand further to the right.',
    ],
    [
      "an unclosed map",
      "a: {b: [1], c: {d: 1}",
      '1:22 the "{" of line 1, column 4 is not closed before this, or this must stand further to the right.',
    ],
    [
      "a colon in a text",
      "a: b: c",
      '1:4 a second ":" in a value, or a wrong indentation. A text that holds ": " stands in quotes.',
    ],
    [
      "wrong indentation",
      "a: 1\n  b: 2",
      '1:4 a second ":" in a value, or a wrong indentation. A text that holds ": " stands in quotes.',
    ],
    ["a key without a colon", "a: 1\nb\n", '2:1 a ":" is missing after this key.'],
    ["a sign that begins no text", "a: @x", "1:4 a text cannot begin with @ unless it stands in quotes."],
    ["a percent sign", "a: %x", "1:4 a text cannot begin with % unless it stands in quotes."],
    [
      "an unknown escape",
      'a: "\\q"',
      '1:5 "\\q" means nothing in double quotes. A backslash is written \\\\ there.',
    ],
    ["NUL", 'a: "\\0"', "1:4 a NUL character, which no text may hold. Take it out."],
    ["NUL in a key", '"\\0": a', "1:1 a NUL character, which no text may hold. Take it out."],
    [
      "half a surrogate pair",
      'a: "\\ud800"',
      "1:4 \\ud800 is half a character: the other half is missing. Take it out, or complete it.",
    ],
    [
      "a tag of its own",
      "a: !foo 1",
      "1:4 the tag !foo is not read. Write the value as plain text, number, list or map.",
    ],
    [
      "a tag of Python",
      "a: !!python/tuple [1]",
      "1:4 the tag !!python/tuple is not read. Write the value as plain text, number, list or map.",
    ],
    [
      "a tag of bytes",
      "a: !!binary abc=",
      "1:4 the tag !!binary is not read. Write the value as plain text, number, list or map.",
    ],
    ["a list for a key", "? [1]\n: 2", "1:3 a list or a map cannot be a key. Write the key as a text."],
    ["a number without end", "a: 1e999", "1:4 a number that is too large to be read."],
    [
      "a page",
      "<!DOCTYPE html>\n<p>a: b</p>",
      "1:1 this is HTML or XML: a page about the data, perhaps. Get the data file itself.",
    ],
    [
      "brackets the wrong way",
      "}{",
      '1:1 Unexpected flow-map-end token in YAML document: "}". Mend the syntax or the indentation here.',
    ],
  ])("for %s", (_, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it("for all that is twice or has a tag at once, but not without end", () => {
    expect(problemsOf("a: 1\na: 2\nb: !y 1").map((problem) => problem.split(" ")[0])).toEqual(["2:1", "3:4"]);
    expect(problemsOf(Array.from({ length: 2000 }, (_, i) => `a: ${i}`).join("\n"))).toHaveLength(20);
  });

  it("for aliases that stand for billions of values, at once", () => {
    const bomb = Array.from({ length: 9 }, (_, i) => `x${i + 1}: &x${i + 1} [${`*x${i},`.repeat(8)}*x${i}]`);
    expect(problemsOf(["x0: &x0 [a]", ...bomb].join("\n"))).toEqual([
      '6:34 "*x4": aliases up to here stand for more than 100000 values. Write them out.',
    ]);
  });

  it("for aliases that nest too deep", () => {
    const chain = Array.from({ length: 300 }, (_, i) => `x${i + 1}: &x${i + 1} [*x${i}]`);
    expect(problemsOf(["x0: &x0 [a]", ...chain].join("\n"))).toEqual([
      "200:14 nested deeper than 200 levels.",
    ]);
  });

  it.each([
    ["closed lists", "[".repeat(201) + "]".repeat(201), "1:201"],
    ["open lists", "[".repeat(20_000), "1:"],
    ["maps", Array.from({ length: 400 }, (_, i) => `${" ".repeat(i)}a:\n`).join(""), "201:201"],
    ["dashes", "- ".repeat(20_000), "1:"],
  ])("for %s that are nested too deep, without a crash", (_, text, place) => {
    const [problem, ...others] = problemsOf(text);
    expect(problem.startsWith(place)).toBe(true);
    expect(problem).toMatch(/^\d+:\d+ nested deeper than 200 levels\.$/);
    expect(others).toEqual([]);
  });

  it("for keys within keys without end, without a crash", () => {
    expect(problemsOf("? ".repeat(20_000))).toHaveLength(1);
  });

  it("for more than is read in good time", () => {
    expect(problemsOf(`a: ${"x".repeat(2 ** 22)}`)).toEqual([
      "1:1 more than 4 MB of YAML are not read. Give them as JSON.",
    ]);
  });

  it("may be nested 200 levels deep", () => {
    expect(good("[".repeat(200) + "]".repeat(200)).raw([])).toBeUndefined();
  });
});
