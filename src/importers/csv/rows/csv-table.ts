import type { InputFile } from "../../input/input-file";
import type { TableRule } from "../mapping/mapping";
import type { Cell, Columns, Row, TablePart } from "../row";
import { type CsvRecord, csvRecords } from "./csv-records";
import { columnNames } from "./header";

/** Reads a CSV or TSV file row by row; no more than some rows are in memory at a time. */
export async function* readCsvTable(file: InputFile, rule: TableRule): AsyncGenerator<TablePart> {
  const dialect = {
    delimiter: rule.delimiter ?? (/\.tsv$|\.tab$/i.test(file.name) ? "\t" : ","),
    quotes: rule.quotes ?? true,
  };
  const header = rule.header ?? { rows: 1 };
  const above: string[][] = [];
  let columns: Header | null = null;
  for await (const record of csvRecords(file, dialect)) {
    if ("problem" in record) {
      yield record;
      return;
    }
    if (above.length < header.rows) above.push(record.cells);
    if (!columns && above.length === header.rows) {
      columns = new Header(header.rows ? columnNames(above, header) : record.cells.map(() => ""));
      yield { columns };
      if (header.rows) continue;
    }
    if (!columns) continue;
    const { count } = columns;
    if (record.cells.length === count) yield { row: new CsvRow(record, columns) };
    else {
      const message = `the row has ${record.cells.length} cells, the table ${count} columns. The row is left out.`;
      const place = record.placeOf(Math.min(record.cells.length - 1, count));
      yield { problem: { ...place, message, level: "warning" } };
    }
  }
  if (columns) return;
  const message = `the file ends within its header, which has ${header.rows} rows.`;
  yield { problem: { file: file.name, line: 1, column: 1, message } };
}

/** The columns of a table by name, and by position as "#1". */
class Header implements Columns {
  readonly names: readonly string[];
  readonly repeated: readonly string[];
  readonly count: number;
  private readonly indexes = new Map<string, number>();

  constructor(names: string[]) {
    this.count = names.length;
    const isAlone = (name: string) => names.indexOf(name) === names.lastIndexOf(name);
    this.names = names.filter((name) => name && isAlone(name));
    this.repeated = names.filter((name) => name && !isAlone(name));
    for (const i of names.keys()) this.indexes.set(`#${i + 1}`, i);
    for (const name of this.names) this.indexes.set(name, names.indexOf(name));
  }

  readonly has = (column: string): boolean => this.indexes.has(column);

  indexOf(column: string): number | undefined {
    return this.indexes.get(column);
  }
}

class CsvRow implements Row {
  constructor(
    private readonly record: CsvRecord,
    private readonly header: Header,
  ) {}

  get place() {
    return this.record.placeOf(0);
  }

  get columns() {
    return this.header.names;
  }

  cell(column: string): Cell | undefined {
    const index = this.header.indexOf(column);
    if (index === undefined) return undefined;
    return { text: this.record.cells[index].trim() || null, place: this.record.placeOf(index) };
  }
}
