import { columnsOf } from "../../db/columns";
import type { Database } from "../../db/database";
import { raw, sql } from "../../db/sql";
import { type RowOf, type RowTypeName, rowTypes } from "./row-types";

/** The rows of one type with these keys; a key without a row is left out. */
export function findRows<Name extends RowTypeName>(
  db: Database,
  name: Name,
  ids: readonly number[],
): Promise<RowOf<Name>[]> {
  const { entity, table } = rowTypes[name];
  return db.rows(
    sql`SELECT ${columnsOf(entity, "t")} FROM ${raw(table)} t WHERE t.id = ANY(${[...ids]}::integer[])`,
  );
}
