import DataLoader from "dataloader";
import { asRowsOf, type Column, type RowClass, selectList } from "./columns";
import type { Database } from "./database";
import { join, raw, type Sql, sql } from "./sql";

/** Rows that can be read alone, or together with other ones: `SELECT columns from ORDER BY order`. */
export interface RowSet<Row extends object> {
  /** What the rows become: as they are of the class that resolvers expect, type-graphql need not copy them into it. */
  type: RowClass;
  columns: readonly Column[];
  /** `FROM ... WHERE ...`. */
  from: Sql;
  order: Sql;
  /** Only says what the rows are. */
  row?: Row;
}

/** Reads the rows of a set. */
export async function readRows<Row extends object>(
  db: Database,
  { type, columns, from, order }: RowSet<Row>,
): Promise<Row[]> {
  return asRowsOf(type, await db.rows<Row>(sql`SELECT ${selectList(columns)} ${from} ORDER BY ${order}`));
}

/** Reads the rows of several sets by one statement, which gives each set as a list of lists. */
export async function readTogether(db: Database, sets: readonly RowSet<object>[]): Promise<object[][]> {
  const lists = sets.map((set, i) => sql`(${listOf(set)}) AS ${raw(`set${i}`)}`);
  const found = await db.row<Record<string, unknown[][] | null>>(sql`SELECT ${join(lists)}`);
  return sets.map(({ type, columns }, i) => {
    const properties = columns.map(({ property }) => property);
    const rows = (found[`set${i}`] ?? []).map((values) => toRow(new type(), properties, values));
    for (const { property } of columns.filter(({ isMoment }) => isMoment)) readMoments(rows, property);
    return rows;
  });
}

function listOf({ columns, from, order }: RowSet<object>): Sql {
  const names = columns.map((_, i) => raw(`c${i}`));
  const values = columns.map(
    ({ expression, exact }, i) => sql`${expression}${raw(exact ? "::text" : "")} AS ${names[i]}`,
  );
  return sql`SELECT json_agg(json_build_array(${join(names)}))
    FROM (SELECT ${join(values)} ${from} ORDER BY ${order}) AS rows`;
}

function toRow(row: object, properties: readonly string[], values: readonly unknown[]): object {
  const fields = row as Record<string, unknown>;
  for (let i = 0; i < properties.length; i += 1) fields[properties[i]] = values[i];
  return row;
}

function readMoments(rows: readonly object[], property: string): void {
  for (const row of rows as Record<string, unknown>[]) {
    const text = row[property];
    if (typeof text === "string") row[property] = new Date(text);
  }
}

/** Reads sets of rows that are asked for in the same tick by one statement. */
export class RowReads {
  private readonly batches: DataLoader<RowSet<object>, object[]>;

  constructor(db: Database) {
    this.batches = new DataLoader(
      async (sets) => (sets.length === 1 ? [await readRows(db, sets[0])] : readTogether(db, sets)),
      { cache: false },
    );
  }

  read<Row extends object>(set: RowSet<Row>): Promise<Row[]> {
    return this.batches.load(set) as Promise<Row[]>;
  }
}
