import { packageVersion } from "../../common/package";
import {
  type Cell,
  isMissing,
  itemsOf,
  type Table,
  type TableColumn,
  type TableRow,
} from "../../common/table";
import { type ColumnSource, loadParquet, type SchemaElement } from "./parquet-library";

/** So many rows are in memory at a time, and make a row group. */
const ROWS_PER_GROUP = 5_000;

/** A column as Parquet has it, and what it holds of a cell; null is what is missing. */
interface ParquetColumn {
  element: SchemaElement;
  read: (cell: Cell) => unknown;
}

const textOf = (cell: Cell) => (cell && !("items" in cell) ? cell.text : null);

const textColumn = (name: string): ParquetColumn => ({
  element: { name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" },
  read: textOf,
});

const doubleColumn = (name: string): ParquetColumn => ({
  element: { name, type: "DOUBLE", repetition_type: "OPTIONAL" },
  read: (cell) => {
    const text = cell && !("items" in cell) ? (cell.exact ?? cell.text) : null;
    return text === null || !Number.isFinite(Number(text)) ? null : Number(text);
  },
});

/** What each kind of column becomes: of numbers their text as published, and beside it the value to reckon with. */
function columnsOf({ key, kind }: TableColumn): ParquetColumn[] {
  switch (kind) {
    case "number":
      return [textColumn(key), doubleColumn(`${key}_double`)];
    case "rank":
      // Fractional ranks are not whole.
      return [doubleColumn(key)];
    case "count":
      return [
        {
          element: { name: key, type: "INT64", repetition_type: "OPTIONAL" },
          read: (cell) => {
            const text = textOf(cell);
            return text === null ? null : BigInt(text);
          },
        },
      ];
    case "date":
      return [
        {
          element: { name: key, type: "INT32", converted_type: "DATE", repetition_type: "OPTIONAL" },
          read: (cell) => {
            const text = textOf(cell);
            return text === null ? null : new Date(`${text}T00:00:00Z`);
          },
        },
      ];
    case "list":
      return [
        {
          element: { name: key, type: "BYTE_ARRAY", converted_type: "JSON", repetition_type: "OPTIONAL" },
          read: (cell) => itemsOf(cell)?.map(({ text, marks = [] }) => ({ text, marks })) ?? null,
        },
      ];
    default:
      return [textColumn(key)];
  }
}

/** What the table says of itself, which its rows have no place for. */
function metadataOf({ caption, label, notes, marks }: Table) {
  const said = {
    caption,
    label,
    notes: [...notes],
    marks: marks.map(({ key, meaning }) => ({ key, meaning })),
  };
  return [{ key: "scoregraph", value: JSON.stringify(said) }];
}

/** A table as Apache Parquet, row group by row group. */
export const parquet = {
  mediaType: "application/vnd.apache.parquet",
  extension: "parquet",
  async *write(table: Table, rowsPerGroup = ROWS_PER_GROUP): AsyncGenerator<Uint8Array> {
    const { ByteWriter, ParquetWriter } = loadParquet();
    const columns = table.columns.flatMap((column, i) => columnsOf(column).map((made) => ({ ...made, i })));
    const bytes = new ByteWriter();
    const writer = new ParquetWriter({
      writer: bytes,
      schema: [{ name: "table", num_children: columns.length }, ...columns.map(({ element }) => element)],
      kvMetadata: metadataOf(table),
      createdBy: `Scoregraph version ${packageVersion}`,
    });
    const taken = () => {
      const written = bytes.getBytes().slice();
      // Places within the file are counted by `offset`, which goes on.
      bytes.index = 0;
      return written;
    };
    const group = (rows: readonly TableRow[]): ColumnSource[] =>
      columns.map(({ element: { name }, i, read }) => ({
        name,
        data: rows.map((row) => (isMissing(row[i]) ? null : read(row[i]))),
      }));
    let rows: TableRow[] = [];
    for await (const row of table.rows) {
      rows.push(row);
      if (rows.length < rowsPerGroup) continue;
      writer.write({ columnData: group(rows), rowGroupSize: rowsPerGroup });
      rows = [];
      yield taken();
    }
    if (rows.length > 0) writer.write({ columnData: group(rows), rowGroupSize: rowsPerGroup });
    writer.finish();
    yield taken();
  },
};
