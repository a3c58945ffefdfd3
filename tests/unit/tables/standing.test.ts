import { compareDecimals } from "../../../src/common/decimal";
import type { TableColumn, TableRow } from "../../../src/common/table";
import { standingRows } from "../../../src/exporters/tables/standing";
import { column, number, table } from "../../support/table";

async function standings(values: (string | null)[], parts: Partial<TableColumn>) {
  const rows: TableRow[] = values.map((value) => [value === null ? null : number(value)]);
  const found = [];
  for await (const row of standingRows(table([column("v", parts)], rows))) found.push(row.standings[0]);
  return found;
}

describe("decimals are compared exactly", () => {
  it.each([
    ["70.0", "70", 0],
    ["0.1", "0.10000000000000000000000000000001", -1],
    ["9007199254740993", "9007199254740992", 1],
    ["-1.5", "-1.49", -1],
    ["1e-7", "0.0000001", 0],
    ["2.5E3", "2500", 0],
    ["-0", "0", 0],
  ])("%s and %s", (a, b, order) => {
    expect(compareDecimals(a, b)).toBe(order);
    expect(compareDecimals(b, a)).toBe(order === 0 ? 0 : -order);
  });

  it("and what is none is refused", () => {
    for (const text of ["", "1.", "NaN", "1,5", "70 %"])
      expect(() => compareDecimals(text, "1")).toThrow(TypeError);
  });
});

describe("best and second best", () => {
  it("are shared by equals, however they are written", async () => {
    expect(await standings(["70.0", "69", "70", "69.00", "68"], { better: "higher" })).toEqual([
      "best",
      "second",
      "best",
      "second",
      null,
    ]);
  });

  it("differ by digits that floating point has not", async () => {
    const values = ["0.10000000000000000001", "0.10000000000000000002", "0.1"];
    expect(await standings(values, { better: "higher" })).toEqual(["second", "best", null]);
    expect(await standings(values, { better: "lower" })).toEqual(["second", null, "best"]);
  });

  it("leave out what is missing, which is not 0", async () => {
    expect(await standings([null, "0", null, "3"], { better: "lower" })).toEqual([
      null,
      "best",
      null,
      "second",
    ]);
  });

  it("are of no column that nobody says the direction of", async () => {
    expect(await standings(["1", "2"], {})).toEqual([null, null]);
    expect(await standings(["1", "2"], { better: null })).toEqual([null, null]);
  });

  it("are the same for rows that come with the best first", async () => {
    const values = ["0.9", "0.90", "0.8", null, "0.8", "0.7"];
    const parts: Partial<TableColumn> = { better: "higher" };
    expect(await standings(values, { ...parts, bestFirst: true })).toEqual(await standings(values, parts));
  });
});
