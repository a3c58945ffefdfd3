import type { Table, TableColumn } from "../../../src/common/table";
import { parquet } from "../../../src/exporters/tables/parquet";
import { readParquet } from "../../support/read-parquet";

const column = (key: string, kind: TableColumn["kind"]): TableColumn => ({
  key,
  kind,
  heading: key,
  align: "left",
});

const table = (rows: Table["rows"]): Table => ({
  ...{ name: "t", caption: "A caption.", label: "tab:t", notes: ["A note."], rowCount: null },
  marks: [{ key: "own", sign: "o", meaning: "An own version." }],
  columns: [
    column("name", "text"),
    column("value", "number"),
    column("rank", "rank"),
    column("count", "count"),
    column("day", "date"),
    column("losses", "list"),
  ],
  rows,
});

async function written(of: Table, rowsPerGroup?: number) {
  const pieces: Uint8Array[] = [];
  for await (const piece of parquet.write(of, rowsPerGroup)) pieces.push(piece);
  return { pieces, ...(await readParquet(Buffer.concat(pieces))) };
}

const FULL = [
  { text: "Ünïcode & 北京" },
  { text: "70.0 ± 0.5", exact: "70.0" },
  { text: "1.5" },
  { text: "12" },
  { text: "2018-08-15" },
  { items: [{ text: "A-Softmax", marks: ["own"] }, { text: "Center" }] },
];

it("keeps numbers as published, with the value beside them, and what is missing as null", async () => {
  const { rows, metadata } = await written(
    table([FULL, FULL.map(() => null), [{ text: "=1+1" }, { text: "n/a" }, ...FULL.slice(2)]]),
  );
  const lists = {
    losses: [
      { text: "A-Softmax", marks: ["own"] },
      { text: "Center", marks: [] },
    ],
  };
  const rest = { rank: 1.5, count: 12n, day: new Date("2018-08-15T00:00:00Z"), ...lists };
  expect(rows).toEqual([
    { name: "Ünïcode & 北京", value: "70.0 ± 0.5", value_double: 70, ...rest },
    { name: null, value: null, value_double: null, rank: null, count: null, day: null, losses: null },
    // A name that a spreadsheet would execute is kept to the letter; a number that is none has its text.
    { name: "=1+1", value: "n/a", value_double: null, ...rest },
  ]);
  const said = metadata.key_value_metadata?.find(({ key }) => key === "scoregraph");
  expect(JSON.parse(said?.value ?? "")).toEqual({
    caption: "A caption.",
    label: "tab:t",
    notes: ["A note."],
    marks: [{ key: "own", meaning: "An own version." }],
  });
});

it("is written group by group, each handed on before the next is read", async () => {
  const seen: number[] = [];
  async function* rows() {
    for (let i = 0; i < 25; i++) {
      seen.push(i);
      yield [{ text: `row ${i}` }, { text: String(i) }, ...FULL.slice(2)];
    }
  }
  const pieces = parquet.write(table(rows()), 10);
  const first = await pieces.next();
  expect([first.value?.slice(0, 4), seen.length]).toEqual([new Uint8Array(Buffer.from("PAR1")), 10]);
  const all = await written(table(rows()), 10);
  expect(all.pieces.length).toBe(3);
  expect(all.metadata.row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([10, 10, 5]);
  expect(all.rows.map(({ name, value_double }) => [name, value_double])).toEqual(
    Array.from({ length: 25 }, (_, i) => [`row ${i}`, i]),
  );
});

it("has its columns also without any row", async () => {
  const { rows, metadata } = await written(table([]));
  expect(rows).toEqual([]);
  expect(metadata.schema.map(({ name }) => name)).toEqual([
    ...["table", "name", "value", "value_double", "rank", "count", "day", "losses"],
  ]);
});
