import type { Selection } from "../../common/selection";
import { columnList } from "../../db/columns";
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

/** Rows that come with others, one with each. */
export interface LinkedRow<Name extends RowTypeName = RowTypeName> {
  name: Name;
  /** The properties that are needed; null for all of them. */
  properties: readonly string[] | null;
}

/** The properties that a selection of fields is answered by; null where it leads further. */
export function propertiesFor(name: RowTypeName, selection: Selection): string[] | null {
  const known = new Set(columnList(rowTypes[name].entity, "").map(({ property }) => property));
  const wanted = selection.names.filter((field) => field !== "__typename");
  return wanted.every((field) => known.has(field)) ? [...new Set(["id", ...wanted])] : null;
}

const columnsIn = ({ name, properties }: LinkedRow) =>
  columnList(rowTypes[name].entity, `"${name}"`)
    .filter(({ property }) => properties?.includes(property) ?? true)
    .map(({ property, expression }) => ({ property, expression, place: `${name}.${property}` }));

/** The columns of linked rows, and the joins that bring them; `on` says which come with a row of `page`. */
export function linkedRows<Name extends RowTypeName>(
  links: readonly LinkedRow<Name>[],
  on: Record<Name, Sql>,
): { columns: Sql; joins: Sql } {
  const columns = links
    .flatMap(columnsIn)
    .map(({ expression, place }) => sql`${expression} AS ${raw(`"${place}"`)}`);
  const joins = links.map(
    ({ name }) => sql`LEFT JOIN ${raw(rowTypes[name].table)} ${raw(`"${name}"`)} ON ${on[name]}`,
  );
  return { columns: join(columns), joins: join(joins, " ") };
}

/** Takes the linked rows out of those that they came with, one for each. */
export function linkedRowsIn<Name extends RowTypeName>(
  link: LinkedRow<Name>,
  rows: readonly object[],
): RowOf<Name>[] {
  const { entity } = rowTypes[link.name];
  const columns = columnsIn(link);
  return rows.map((row) => {
    const found = new entity() as unknown as Record<string, unknown>;
    for (const { property, place } of columns) found[property] = (row as Record<string, unknown>)[place];
    return found as unknown as RowOf<Name>;
  });
}
