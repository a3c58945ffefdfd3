import { type Column, columnList } from "../../db/columns";
import type { RowSet } from "../../db/row-set";
import { join, raw, type Sql, sql } from "../../db/sql";
import { type RowOf, type RowTypeName, rowTypes } from "./row-types";

/** The rows of one type whose keys fulfil a condition, which is put behind the key: `= ANY (...)` or `IN (...)`. */
export function rowsWith<Name extends RowTypeName>(name: Name, keys: Sql): RowSet<RowOf<Name>> {
  const { entity, table } = rowTypes[name];
  return {
    type: entity,
    columns: columnList(entity, "t"),
    from: sql`FROM ${raw(table)} t WHERE t.id ${keys}`,
    order: raw("t.id"),
  };
}

/** Rows that come with others, by a key of those. */
export interface LinkedRow {
  name: RowTypeName;
  key: Sql;
}

const nameIn = (name: RowTypeName, { property }: Column) => `${name}.${property}`;

/** The columns of linked rows, and the joins that bring them. */
export function linkedRows(links: readonly LinkedRow[]): { columns: Sql; joins: Sql } {
  const columns = links.flatMap(({ name }) =>
    columnList(rowTypes[name].entity, `"${name}"`).map(
      (column) => sql`${column.expression} AS ${raw(`"${nameIn(name, column)}"`)}`,
    ),
  );
  const joins = links.map(
    ({ name, key }) =>
      sql`LEFT JOIN ${raw(`${rowTypes[name].table} "${name}"`)} ON ${raw(`"${name}"`)}.id = ${key}`,
  );
  return { columns: join(columns), joins: join(joins, " ") };
}

/** Takes the linked rows out of those that they came with. */
export function linkedRowsIn<Name extends RowTypeName>(name: Name, rows: readonly object[]): RowOf<Name>[] {
  const { entity } = rowTypes[name];
  const columns = columnList(entity, "").map((column) => [column.property, nameIn(name, column)] as const);
  return rows.map((row) => {
    const found = new entity() as unknown as Record<string, unknown>;
    for (const [property, place] of columns) found[property] = (row as Record<string, unknown>)[place];
    return found as unknown as RowOf<Name>;
  });
}
