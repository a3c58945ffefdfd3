import { type Column, selectList } from "./columns";
import type { Database } from "./database";
import { join, raw, type Sql, sql } from "./sql";

/** Rows that can be read alone, or together with other ones: `SELECT columns from ORDER BY order`. */
export interface RowSet<Row extends object> {
  columns: readonly Column[];
  /** `FROM ... WHERE ...`. */
  from: Sql;
  order: Sql;
  /** Only says what the rows are. */
  row?: Row;
}

/** Reads the rows of a set. */
export function readRows<Row extends object>(
  db: Database,
  { columns, from, order }: RowSet<Row>,
): Promise<Row[]> {
  return db.rows(sql`SELECT ${selectList(columns)} ${from} ORDER BY ${order}`);
}

/** Reads the rows of several sets by one statement, which gives each set as a list of lists. */
export async function readTogether(
  db: Database,
  sets: readonly RowSet<object>[],
): Promise<Record<string, unknown>[][]> {
  const lists = sets.map((set, i) => sql`(${listOf(set)}) AS ${raw(`set${i}`)}`);
  const found = await db.row<Record<string, unknown[][] | null>>(sql`SELECT ${join(lists)}`);
  return sets.map(({ columns }, i) => {
    const properties = columns.map(({ property }) => property);
    return (found[`set${i}`] ?? []).map((values) => toRow(properties, values));
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

function toRow(properties: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let i = 0; i < properties.length; i += 1) row[properties[i]] = values[i];
  return row;
}
