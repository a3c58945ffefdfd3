import { columnList } from "../../db/columns";
import type { RowSet } from "../../db/row-set";
import { raw, type Sql, sql } from "../../db/sql";
import { type RowOf, type RowTypeName, rowTypes } from "./row-types";

/** The rows of one type whose keys fulfil a condition, which is put behind the key: `= ANY (...)` or `IN (...)`. */
export function rowsWith<Name extends RowTypeName>(name: Name, keys: Sql): RowSet<RowOf<Name>> {
  const { entity, table } = rowTypes[name];
  return {
    columns: columnList(entity, "t"),
    from: sql`FROM ${raw(table)} t WHERE t.id ${keys}`,
    order: raw("t.id"),
  };
}
