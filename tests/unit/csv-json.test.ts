import { readByMapping, smallMapping, valuesOf } from "../support/csv-format";

const read = (text: string, table?: string, scores?: string) =>
  readByMapping(smallMapping(table, scores), { "a/b/m.json": text });

test("a record, and a list of records, keep numbers as written", async () => {
  expect(valuesOf(await read('{"model": "a", "top1": 0.9300}'))).toEqual([["a", "0.9300", "0.9300"]]);
  const list = await read(
    '[{"model": "a", "top1": "1"},\n {"model": "b", "top1": null},\n {"model": "c", "top1": ""}]',
  );
  expect(valuesOf(list)).toEqual([
    ["a", "1", "1"],
    ["b", null, null],
    ["c", null, null],
  ]);
  expect(list.results[1].scores[0].place).toEqual({ file: "a/b/m.json", line: 2, column: 25 });
});

test("records may stand within a document, and have groups and lists within them", async () => {
  const scores =
    '      - { column: scores.top1, leaderboard: top1, split: "{file.folder2}/{file.folder}/{file.name}" }';
  const mapping = smallMapping("list: data.rows", scores).replace(
    'name: "{model}"',
    'name: "{model}", organisations: "{by}"',
  );
  const text = '{"data": {"rows": [{"model": true, "by": ["A, Inc.", "B"], "scores": {"top1": 5}}]}}';
  const { results } = await readByMapping(mapping, { "a/b/m.json": text });
  expect(results[0].submission).toMatchObject({ name: "true", organisations: ["A, Inc.", "B"] });
  expect(results[0].scores[0]).toMatchObject({ value: "5", split: "a/b/m" });
});

test("a field that one record lacks is silent, one that no record has is said", async () => {
  const found = await readByMapping(smallMapping(), {
    "a.json": '{"model": "a", "top1": 1}',
    "b.json": '{"model": "b"}',
  });
  expect(found.problems).toEqual([]);
  expect(found.results.map(({ scores }) => scores.length)).toEqual([1, 0]);
  expect((await read('{"model": "a", "top_1": 1}')).problems).toEqual([
    'mapping.yaml:10:19: warning: tables.0.scores.0.column: there is no column "top1" in any record. Did you mean "top_1"?',
  ]);
});

it.each([
  ['{"model": "a",}', undefined, /^a\/b\/m.json:1:14: /],
  ["5", undefined, /^a\/b\/m.json:1:1: the file must be a record or a list of records/],
  ['{"x": 1}', "list: data.rows", /^a\/b\/m.json:1:1: "data.rows" must be a record or a list of records/],
  ["[7]", undefined, /^a\/b\/m.json:1:2: warning: not a record with named values. It is left out/],
])("what is no record is said with its place: %#", async (text, table, problem) => {
  expect((await read(text, table)).problems).toEqual([expect.stringMatching(problem)]);
});
