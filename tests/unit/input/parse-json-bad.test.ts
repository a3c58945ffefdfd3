import { parseJson } from "../../../src/importers/input/parse-json";

function problemsOf(text: string): string[] {
  const { document, problems } = parseJson("own.json", text);
  expect(document).toBeNull();
  expect(new Set(problems.map(({ file, level }) => `${file} ${level}`))).toEqual(
    new Set(["own.json undefined"]),
  );
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const CUT_OFF = "It may have been cut off; get it again.";
const QUOTE = "put it in double quotes.";
const SECOND =
  "the value before this is complete, and JSON is one value. Records on lines of their own are JSON Lines.";

describe("JSON with a breach of syntax is told where and what would be right", () => {
  it.each([
    [
      "cut off in a list",
      '{\n "a": [1,\n2',
      `3:2 the file ends before the "[" of line 2, column 7 is closed. ${CUT_OFF}`,
    ],
    [
      "cut off in a map",
      '{"a":1,',
      `1:8 the file ends before the "{" of line 1, column 1 is closed. ${CUT_OFF}`,
    ],
    [
      "cut off in a text",
      '["a", "b',
      "1:7 a text that is not closed when the file ends: a double quote is missing.",
    ],
    [
      "a text over two lines",
      '["a\n"]',
      "1:2 a text that is not closed on its line: a double quote is missing.",
    ],
    ["nothing", " \n", "2:1 the file holds no JSON value."],
    [
      "a trailing comma in a map",
      '{"a": 1,\n}',
      '1:8 a comma with nothing after it before "}". Take it out.',
    ],
    ["a trailing comma in a list", "[1 , ]", '1:4 a comma with nothing after it before "]". Take it out.'],
    ["two commas", "[1,,2]", '1:4 a value is missing before ",".'],
    ["a comma first", "[,1]", '1:2 a value is missing before ",".'],
    ["a comma for a key", "{,}", "1:2 a key in double quotes must stand here."],
    ["no value", '{"a":}', '1:6 a value is missing before "}".'],
    ["a key alone", '{"a"}', '1:5 a value is missing before "}".'],
    ["no colon", '{"a" 1}', '1:6 a ":" is missing before this.'],
    ["no comma", '{"a":1\n"b":2}', '2:1 a "," is missing before this.'],
    ["the wrong bracket", '{"a":[1}', '1:8 "}" does not close the "[" of line 1, column 6.'],
    ["a bracket too many", "]", '1:1 "]" closes nothing that was opened.'],
    ["a second value", "[1]\n[2]", `2:1 ${SECOND}`],
    ["a word behind", "[1] x", `1:5 ${SECOND}`],
    ["a comment on a line", "[1, // one\n2]", "1:5 JSON has no comments. Take it out."],
    ["a comment in between", "/* a */ [1]", "1:1 JSON has no comments. Take it out."],
    ["NaN", '{"a": NaN}', "1:7 NaN is no JSON value. Write null, or the word in double quotes."],
    ["Infinity", "[-Infinity]", "1:2 -Infinity is no JSON value. Write null, or the word in double quotes."],
    ["undefined", "[undefined]", "1:2 undefined is no JSON value. Write null, or the word in double quotes."],
    ["Python's True", "[True]", "1:2 True is no JSON value. Write true."],
    ["Python's None", "[None]", "1:2 None is no JSON value. Write null."],
    ["a word", "[yes]", '1:2 "yes" is no JSON value: a text stands in double quotes.'],
    ["single quotes", "{'a': 1}", "1:2 ' is no quote in JSON: texts stand in double quotes."],
    ["typographer's quotes", "[“a”]", "1:2 “ is no quote in JSON: use the plain double quote."],
    ["a bare key", "{a: 1}", '1:2 a key stands in double quotes: "a".'],
    ["a number for a key", "{1: 1}", "1:2 a key in double quotes must stand here."],
    ["a leading zero", "[-01]", `1:2 "-01" is no JSON number. Where it is right as it stands, ${QUOTE}`],
    [
      "a percent sign",
      "[98.48%]",
      `1:2 "98.48%" is no JSON number. Where it is right as it stands, ${QUOTE}`,
    ],
    ["a version", "[1.2.3]", `1:2 "1.2.3" is no JSON number. Where it is right as it stands, ${QUOTE}`],
    ["a plus sign", "[+2]", "1:2 a number has no plus sign in JSON. Write 2."],
    ["a point first", "[.931]", "1:2 a number has a digit before its point. Write 0.931."],
    ["a point last", "[1.]", "1:2 a number breaks off: digits are missing at its end."],
    ["a minus alone", "[-]", '1:2 "-" (U+002D) cannot stand here in JSON.'],
    ["an unknown escape", '["\\q"]', "1:3 \\q means nothing in JSON. A backslash is written \\\\."],
    ["half an escape", '["ab\\u12"]', "1:5 \\u needs four digits from 0-9 and a-f after it."],
    [
      "a tab in a text",
      '["a\tb"]',
      "1:4 a control character stands in a text. Write it as \\t, or take it out.",
    ],
    [
      "a control character",
      '["\u0007"]',
      "1:3 a control character stands in a text. Write it as \\u0007, or take it out.",
    ],
    ["a no-break space", "[\u00A01]", "1:2 (U+00A0) cannot stand here in JSON."],
    [
      "a page",
      "\n<!DOCTYPE html><html>",
      "1:1 this is HTML or XML: a page about the data, perhaps. Get the data file itself.",
    ],
    ["a table", "Model,Top 1\nA,1\n", '1:1 "Model" is no JSON value: a text stands in double quotes.'],
  ])("for %s", (_, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });
});

describe("JSON that cannot be kept as it is", () => {
  it.each([
    [
      "a key twice",
      '{"a":1,\n"b":{"a":2},"a":3}',
      '2:13 "a" stands here a second time, after line 1, column 2, with another value. Take one of the two out.',
    ],
    [
      "a key twice, once escaped",
      '{"a":1,"\\u0061":3}',
      '1:8 "a" stands here a second time, after line 1, column 2, with another value. Take one of the two out.',
    ],
    [
      "half a surrogate pair",
      '["\\ud800"]',
      "1:2 \\ud800 is half a character: the other half is missing. Take it out, or complete it.",
    ],
    [
      "the wrong half first",
      '{"\\ude00\\ud83d":1}',
      "1:2 \\ude00 is half a character: the other half is missing. Take it out, or complete it.",
    ],
    ["NUL in a text", '["a\\u0000"]', "1:2 a NUL character, which no text may hold. Take it out."],
    ["a number without end", "[1e999]", "1:2 a number that is too large to be read."],
  ])("is told of %s", (_, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it("is told of all that at once, but not without end", () => {
    const places = problemsOf('{"a":1,"a":"\\u0000","b":1e999,"c":[1,]}').map(
      (problem) => problem.split(" ")[0],
    );
    expect(places).toEqual(["1:8", "1:12", "1:25", "1:37"]);
    expect(problemsOf(`{${'"a":2,'.repeat(100_000).replace("2", "1")}"a":3}`)).toHaveLength(20);
  });

  it("is told when it is nested too deep, at once and without a crash", () => {
    for (const deep of ["[".repeat(201) + "]".repeat(201), "[".repeat(2_000_000)]) {
      expect(problemsOf(deep)).toEqual(["1:201 nested deeper than 200 levels."]);
    }
    expect(problemsOf('{"a":'.repeat(1_000_000))).toEqual(["1:1001 nested deeper than 200 levels."]);
  });

  it("is told soon of a long text with a fault at its end", () => {
    expect(problemsOf(`["${"\\u0061é".repeat(500_000)}\\q"]`)).toEqual([
      "1:3500003 \\q means nothing in JSON. A backslash is written \\\\.",
    ]);
  });

  it("is told of a key that says two things among many that say the same twice", () => {
    const same = Array.from({ length: 100 }, (_, i) => `"k${i}":1,"k${i}":1,`).join("");
    const { document, problems } = parseJson("own.json", `{${same}"x":1,"x":1.0}`);
    expect(document).toBeNull();
    expect(problems.at(-1)?.message).toMatch(/^"x" stands here .*, with another value\./);
  });

  it("is told soon of a long value that many others contradict", () => {
    expect(problemsOf(`{"a":[${"1,".repeat(500_000)}1]${',"a":2'.repeat(100_000)}}`)).toHaveLength(20);
  });
});

describe("a key that says the same twice", () => {
  it.each([
    ["a text", '{"a": "92.78",\n"a" : "92.78"}', 2, 1],
    ["a list", '{"a": [1, {"b": "]"}], "c": 1, "a": [1, {"b": "]"}]}', 1, 32],
  ])("is a warning for %s", (_, text, line, column) => {
    const { document, problems } = parseJson("own.json", text);
    expect(document?.value).toEqual(JSON.parse(text));
    const message =
      '"a" stands here a second time, after line 1, column 2, with the same value. Take one of the two out.';
    expect(problems).toEqual([{ file: "own.json", line, column, message, level: "warning" }]);
  });
});
