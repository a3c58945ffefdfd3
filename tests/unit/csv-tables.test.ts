import { csvRecords } from "../../src/importers/csv/rows/csv-records";
import { inputFromText } from "../../src/importers/input/input-file";
import { readByMapping, smallMapping, valuesOf } from "../support/csv-format";

const read = (text: string | Buffer, table?: string, scores?: string, name = "t.csv") =>
  readByMapping(smallMapping(table, scores), [inputFromText(name, text)]);

const places = async (text: string) =>
  (await read(text)).results.map(({ scores }) => `${scores[0].place.line}:${scores[0].place.column}`);

describe("cells", () => {
  it("have their line and column, also behind quotation marks and line ends within cells", async () => {
    expect(await places('model,top1\n"a ""b"",\n c",5\n\n\r\n  d , 6\r\n"e",7')).toEqual([
      "3:5",
      "6:6",
      "7:5",
    ]);
  });

  it("may be parted by tabs or another character", async () => {
    expect(valuesOf(await read("model\ttop1\na,b\t5\n", undefined, undefined, "t.tsv"))).toEqual([
      ["a,b", "5", "5"],
    ]);
    const table = 'delimiter: ";"\n    numbers: { decimal: "," }';
    expect(valuesOf(await read("model;top1\na;5,25\n", table))).toEqual([["a", "5,25", "5.25"]]);
  });

  it("may hold quotation marks as letters where the mapping says so", async () => {
    expect(valuesOf(await read('model,top1\n5" disk,5\n', "quotes: false"))).toEqual([['5" disk', "5", "5"]]);
  });

  it.each([
    ['model,top1\na,5\n"b,6\nc,7\n', "t.csv:3:1: the quotation mark that opens this cell is never closed."],
    ['model,top1\na,5\nb,"6"7\n', "t.csv:3:5: a quotation mark is followed by more text of its cell."],
    ['model,top1\n5" disk,5\n', "t.csv:2:2: a quotation mark within a cell that does not begin with one."],
    [
      `model,top1\na,"${"x\n".repeat(600_000)}`,
      "t.csv:2:3: the row goes on for more than 1000000 characters",
    ],
  ])("with wrong quotation marks are said: %#", async (text, problem) => {
    expect((await read(text)).problems).toEqual([expect.stringContaining(problem)]);
  });

  it("that are too few or too many leave their row out", async () => {
    const found = await read("model,top1\na\nb,5,6\nc,7\n");
    expect(valuesOf(found)).toEqual([["c", "7", "7"]]);
    expect(found.problems).toEqual([
      "t.csv:2:1: warning: the row has 1 cells, the table 2 columns. The row is left out.",
      "t.csv:3:5: warning: the row has 3 cells, the table 2 columns. The row is left out.",
    ]);
  });
});

describe("bytes", () => {
  it("may have a byte order mark, or be UTF-16", async () => {
    expect(valuesOf(await read("\uFEFFmodel,top1\né,5\n"))).toEqual([["é", "5", "5"]]);
    expect(valuesOf(await read(Buffer.from("\uFEFFmodel,top1\né,5\n", "utf16le")))).toEqual([
      ["é", "5", "5"],
    ]);
  });

  it.each([
    ["", /^t.csv:1:1: .*empty/],
    ["model,top1\na,5\0\n", /^t.csv:2:4: .*NUL/],
    [Buffer.from([...Buffer.from("model,top1\na"), 0xff, 0x2c, 0x35]), /^t.csv:2:2: /],
    ["model", /there is no column "top1" in t.csv/],
  ])("that are no table are said: %#", async (bytes, problem) => {
    expect((await read(bytes)).problems).toEqual(expect.arrayContaining([expect.stringMatching(problem)]));
  });
});

describe("headers", () => {
  const scores = `      - { columns: '^(?<what>\\w+) (?<level>\\d)$', leaderboard: top1, split: "{what}, level {level}", scale: 100 }`;
  const table = 'header: { rows: 2, fill: true }\n    values: { model: "{#1}" }';

  it("of several rows name columns, whose names can be taken apart", async () => {
    const { results } = await read(",blur,,fog\n,1,2,1\na,0.9390000000000001,.5,1\n", table, scores);
    expect(results[0].scores.map(({ split, value }) => [split, value])).toEqual([
      ["blur, level 1", "93.90000000000001"],
      ["blur, level 2", "50"],
      ["fog, level 1", "100"],
    ]);
  });

  it("may be missing; columns are then told by position", async () => {
    const found = await read(
      "a,5\n",
      'header: { rows: 0 }\n    values: { model: "{#1}" }',
      '      - { column: "#2", leaderboard: top1, split: All }',
    );
    expect(valuesOf(found)).toEqual([["a", "5", "5"]]);
  });

  it("without a wanted column, or with two, are said at the place in the mapping", async () => {
    expect((await read("model,top_1\na,5\n")).problems).toEqual([
      'mapping.yaml:10:19: tables.0.scores.0.column: there is no column "top1" in t.csv. Did you mean "top_1"?',
    ]);
    expect((await read("model,top1,top1\na,5,5\n")).problems).toEqual([
      'mapping.yaml:10:19: tables.0.scores.0.column: t.csv has several columns "top1": give the position of one, such as "#3".',
    ]);
    expect(
      (await read("model,x\na,5\n", undefined, '      - { columns: "^top", leaderboard: top1, split: All }'))
        .problems,
    ).toEqual([expect.stringContaining('no column in t.csv is like "^top". Known are "model", "x".')]);
  });
});

describe("values", () => {
  const one = async (cell: string, scores?: string, table?: string) => {
    const found = await read(`model,top1\na,"${cell}"\n`, table, scores);
    return [
      found.results[0].scores[0].value,
      ...found.problems.map((each) => each.replace(/^t.csv:2:3: warning: /, "")),
    ];
  };
  const scaled = "      - { column: top1, leaderboard: top1, split: All, scale: 100 }";
  const bare = "      - { column: top1, leaderboard: error, split: All }";

  it("are exact decimals in the metric's unit", async () => {
    expect(await one("98.480%")).toEqual(["98.480"]);
    expect(await one("0.10", scaled)).toEqual(["10"]);
    expect(await one("1,014.45", bare)).toEqual(["1014.45"]);
    expect((await read('model,top1\na,"2.42±0.01"\n')).results[0].scores[0]).toMatchObject({
      value: "2.42",
      uncertainty: "0.01",
    });
    expect((await read('model,top1\na,"0.5±0.01"\n', undefined, scaled)).results[0].scores[0]).toMatchObject({
      value: "50",
      uncertainty: "1",
    });
  });

  it.each([
    ["5%", bare, 'is in %, but the unit of "Error" is not given'],
    ["5%", scaled, "is in % already, but the mapping scales the column"],
    ["1.5k", scaled, "has a power of ten of its own"],
    ["100.001", undefined, 'gives 100.001, which is outside of what "Top-1" can be, 0 to 100'],
    ["-1", undefined, 'gives -1, which is outside of what "Top-1" can be, 0 to 100'],
    ["n/a", undefined, "is no number"],
  ])("that do not fit the metric are kept as text: %s", async (cell, scores, problem) => {
    expect(await one(cell, scores)).toEqual([null, expect.stringContaining(`"top1": "${cell}" ${problem}`)]);
  });

  it("are missing where the mapping says so", async () => {
    expect(valuesOf(await read("model,top1\na,n/a\nb,\n", 'missing: ["n/a"]'))).toEqual([
      ["a", null, null],
      ["b", null, null],
    ]);
  });

  it("belong to leaderboards and splits that the row names; an unknown one is said", async () => {
    const scores = '      - { column: top1, leaderboard: "{board}", split: "{set}" }';
    const found = await read(
      "model,board,set,top1\na,top1,A,5\nb,topp1,A,6\nc,error,,7\n",
      undefined,
      scores,
    );
    expect(
      found.results.map(({ scores }) => scores.map(({ leaderboard, split }) => [leaderboard.name, split])),
    ).toEqual([[["Small: top-1", "A"]], [], []]);
    expect(found.problems).toEqual([
      't.csv:3:11: warning: "top1": the mapping has no leaderboard "topp1". Did you mean "top1"? The value is left out.',
      't.csv:4:10: warning: "top1": what the split\'s name is made of is missing here. The value is left out.',
    ]);
  });
});

test("a row without a name is left out with a warning", async () => {
  const found = await read("model,top1\n,5\n");
  expect(found.results).toEqual([]);
  expect(found.problems).toEqual([expect.stringMatching(/^t.csv:2:1: warning: the row has neither/)]);
});

test("a large table is read in a stream", async () => {
  const rows = Buffer.from("some-model-with-a-name,55.5\n".repeat(1000));
  let [given, taken, ahead] = [0, 0, 0];
  const file = {
    name: "t.csv",
    async *bytes() {
      for (let i = 0; i < 60; i += 1) {
        given += 1000;
        yield rows;
      }
    },
  };
  for await (const record of csvRecords(file, { delimiter: ",", quotes: true })) {
    if ("problem" in record) throw new Error(record.problem.message);
    taken += 1;
    ahead = Math.max(ahead, given - taken);
  }
  expect(taken).toBe(60_000);
  expect(ahead).toBeLessThan(20_000);
});
