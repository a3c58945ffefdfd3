import { parse } from "csv-parse/sync";
import { TableFormat } from "../../../src/common/table-format";
import { tableWriters } from "../../../src/exporters/tables";
import { column, NASTY_NAMES, number, table, textOf } from "../../support/table";

const COLUMNS = [
  column("submission"),
  column("value", { kind: "number", align: "right" }),
  column("losses", { kind: "list" }),
  column("place", { kind: "rank" }),
  column("source", { kind: "link" }),
];

const rows = NASTY_NAMES.map((text, i) => [
  { text },
  i % 2 ? null : number("70.0"),
  { items: [{ text: "A;B", marks: ["INHERITED"] }, { text: "C" }] },
  { text: "2.5" },
  { text: "Page", url: "https://example.org/?a=1&b=2" },
]);

describe("CSV", () => {
  it("is read back by another reader as it was", async () => {
    const text = await textOf(TableFormat.CSV, table(COLUMNS, rows), { guardFormulas: false });
    const [header, ...read] = parse(text) as string[][];
    expect(header).toEqual(["submission", "value", "losses", "place", "source"]);
    expect(read.map(([name]) => name)).toEqual(NASTY_NAMES);
    expect(read[0].slice(1)).toEqual([
      "70.0",
      "A;B [INHERITED]; C",
      "2.5",
      "Page <https://example.org/?a=1&b=2>",
    ]);
    expect(read[1][1]).toBe("");
  });

  it("ends its lines as RFC 4180 says, without a byte order mark", async () => {
    const text = await textOf(
      TableFormat.CSV,
      table([column("a"), column("b")], [[{ text: 'x "y", z' }, null]]),
    );
    expect(text).toBe('a,b\r\n"x ""y"", z",\r\n');
  });

  it.each([
    ['=HYPERLINK("x")', '\'=HYPERLINK("x")'],
    ["+GT", "'+GT"],
    ["-Face", "'-Face"],
    ["@SUM(A1)", "'@SUM(A1)"],
    [" =1+1", "' =1+1"],
    ["＝1+1", "'＝1+1"],
    ["-0.50", "-0.50"],
    ["-1.5e-3", "-1.5e-3"],
    ["-0.84 ± 0.01", "-0.84 ± 0.01"],
    ["Video++", "Video++"],
    ["-1+2", "'-1+2"],
  ])("guards a spreadsheet from %s", async (given, expected) => {
    const text = await textOf(TableFormat.CSV, table([column("a")], [[{ text: given }]]));
    expect(parse(text)).toEqual([["a"], [expected]]);
  });
});

describe("TSV", () => {
  it("has as many fields in each line as there are columns, and quotes nothing", async () => {
    const text = await textOf(TableFormat.TSV, table(COLUMNS, rows));
    const lines = text.trimEnd().split("\n");
    expect(lines).toHaveLength(NASTY_NAMES.length + 1);
    expect(lines.map((line) => line.split("\t").length)).toEqual(lines.map(() => COLUMNS.length));
    expect(lines[6].split("\t")[0]).toBe("two lines and a tab");
    expect(lines[5].split("\t")[0]).toBe(NASTY_NAMES[4]);
  });
});

describe("JSON Lines", () => {
  it("keeps every text to the letter, numbers too, and null for what is not known", async () => {
    const text = await textOf(TableFormat.JSON_LINES, table(COLUMNS, rows));
    const read = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(read.map(({ submission }) => submission)).toEqual(NASTY_NAMES);
    expect(read[0]).toEqual({
      submission: "Video++",
      value: "70.0",
      losses: [
        { text: "A;B", marks: ["INHERITED"] },
        { text: "C", marks: [] },
      ],
      place: 2.5,
      source: { text: "Page", url: "https://example.org/?a=1&b=2" },
    });
    expect(read[1].value).toBeNull();
  });
});

test("rows are written as they come, and none is asked for before it is needed", async () => {
  let given = 0;
  async function* endless() {
    for (;;) {
      given += 1;
      yield [{ text: String(given) }];
    }
  }
  const streamed = { ...table([column("a", { better: "higher", bestFirst: true })], []), rows: endless() };
  for (const format of Object.values(TableFormat)) {
    const before = given;
    let pieces = 0;
    for await (const _ of tableWriters[format].write({ ...streamed, rows: endless() })) {
      pieces += 1;
      if (pieces === 10) break;
    }
    expect(given - before).toBeLessThanOrEqual(10);
    expect(given - before).toBeGreaterThan(4);
  }
});
