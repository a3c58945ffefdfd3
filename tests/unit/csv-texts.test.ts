import { dayReader } from "../../src/importers/csv/days";
import { withMore } from "../../src/importers/csv/fields";
import { fileFields, fileMatcher } from "../../src/importers/csv/file-names";
import { cellStarts } from "../../src/importers/csv/rows/positions";
import { textMaker } from "../../src/importers/csv/text";

const place = { file: "f", line: 1, column: 1 };
const fields = withMore(
  { place, get: (name) => (name === "gap" ? { text: null, place } : undefined) },
  { a: "x.y_z", list: "p; q;; p" },
);
const made = (rule: Parameters<typeof textMaker>[0]) =>
  textMaker(rule)(fields).map(({ text, written }) => (text === written ? text : [text, written]));

it.each<[Parameters<typeof textMaker>[0], unknown[]]>([
  ["just this", ["just this"]],
  ["<{a}> {{b}}", ["<x.y_z> {b}"]],
  ["{a} {gap}", []],
  ["{a} {nothing}", []],
  [["{gap}", "{a}", "c"], ["x.y_z, c"]],
  [{ from: "{list}", separator: ";" }, ["p", "q"]],
  [{ from: "{a}", pattern: "^(?<value>[^.]+)" }, ["x"]],
  [{ from: "{a}", pattern: "[._](?<value>[a-z])" }, ["y", "z"]],
  [{ from: "{a}", pattern: "^(?<value>\\d+)" }, []],
  [{ from: "{list}", separator: ";", names: { p: "P" } }, [["P", "p"], "q"]],
])("a text is made as the rule says: %j", (rule, texts) => {
  expect(made(rule)).toEqual(texts);
});

test("days are read in their format, and only days of the calendar", () => {
  expect(dayReader()("2021-05-03")).toBe("2021-05-03");
  expect(dayReader()("2021-02-29")).toBeNull();
  expect(dayReader("D.M.YYYY")("3.5.2021")).toBe("2021-05-03");
  expect(dayReader("MMM D, YYYY")("September 3, 2021")).toBe("2021-09-03");
  expect(dayReader("MMM D, YYYY")("Foo 3, 2021")).toBeNull();
});

test("files are told by the end of their path", () => {
  const matches = fileMatcher(["b/*.csv", "c/**/x?.json"]);
  expect(["a/b/1.csv", "b/1.csv", "c\\x?.json", "c/d/e/x?.json"].map(matches)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(["ab/1.csv", "b/c/1.csv", "b/1.csvx", "c/d/xy.json"].map(matches)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test("a path gives the name of its file and its folders", () => {
  expect([...fileFields("./a/b/c/d/m.v2.json")]).toEqual([
    ["file.name", "m.v2"],
    ["file.folder", "d"],
    ["file.folder2", "c"],
    ["file.folder3", "b"],
  ]);
  expect([...fileFields(".hidden")]).toEqual([["file.name", ".hidden"]]);
});

test("cells are found in the text of their record", () => {
  expect(cellStarts('a,"b,""c""",,d', ",", true)).toEqual([0, 2, 12, 13]);
  expect(cellStarts('a,"b,c', ",", false)).toEqual([0, 2, 5]);
  expect(cellStarts("", ",", true)).toEqual([0]);
});
