import { join, raw, type Sql, sql } from "./sql";
import type { Transaction } from "./transaction";

/** How many rows a write made, changed, took away and left as they were. */
export interface Changes {
  created: number;
  changed: number;
  removed: number;
  unchanged: number;
}

export const NO_CHANGES: Changes = { created: 0, changed: 0, removed: 0, unchanged: 0 };

export interface Reconciliation {
  table: string;
  /** The columns that are written; those that are left out keep their value. */
  columns: readonly string[];
  /**
   * A SELECT of `columns`, in their order, then of `partial`: whether NULL means that nothing is said and what is there
   * stays; and of `ordinal`, by which new rows are put in order.
   */
  wanted: Sql;
  /** What makes two rows the same one: expressions over the columns of `r`, none of them NULL. */
  key: readonly string[];
  /**
   * Which rows `t` are the statement of one document: a row that is wanted in part replaces all that its own document
   * said, NULL being a value, and leaves what another one says.
   */
  evidenced?: Sql;
  /** What a new row has where the wanted one has NULL, as SQL. */
  defaults?: Readonly<Record<string, string>>;
  /** Only rows `t` that fulfil this are looked at. */
  among?: Sql;
  /** Rows `t` that fulfil this and are not wanted are taken away; none when not given. */
  removable?: Sql;
  /** Whether the rows follow from others, so that finding them as they are says nothing new. */
  derived?: boolean;
}

/**
 * Brings the rows of a table to a wanted state by a fixed number of statements, touching only what differs, so that
 * writing the same again writes nothing. What was there before goes into the import's journal. Without an import, rows
 * are written as no import's, and there is no journal.
 */
export async function reconcile(
  transaction: Transaction,
  importId: number | null,
  reconciliation: Reconciliation,
): Promise<Changes> {
  const { table, columns, wanted, key, defaults = {}, among = raw("true"), removable } = reconciliation;
  const { evidenced, derived = false } = reconciliation;
  const names = columns.join(", ");
  const target = raw(table);
  const on = (w: string) => raw(key.map((part) => `${of(part, "t")} = ${of(part, w)}`).join(" AND "));
  const match = sql`${on("w")} AND ${among}`;
  const newValue = (column: string) =>
    evidenced
      ? `w.${column}`
      : `CASE WHEN w.partial THEN coalesce(w.${column}, t.${column}) ELSE w.${column} END`;
  const unlike = raw(
    `(${columns.map((column) => `t.${column}`).join(", ")}) IS DISTINCT FROM (${columns.map(newValue).join(", ")})`,
  );
  const differs = evidenced
    ? sql`${unlike} AND NOT (w.partial AND t.source_id <> w.source_id AND ${evidenced})`
    : unlike;
  const id = sql`${importId}::integer`;
  const journal = (operation: string, rows: Sql) => sql`
    INSERT INTO import_journal (import_id, table_name, operation, before)
    SELECT ${id}, ${raw(`'${table}'`)}, ${raw(`'${operation}'`)}, ${rows}`;

  await transaction.run("DROP TABLE IF EXISTS pg_temp.wanted");
  await transaction.run(
    `CREATE TEMPORARY TABLE wanted ON COMMIT DROP AS SELECT ${names}, true AS partial, 1::bigint AS ordinal FROM ${table} LIMIT 0`,
  );
  await transaction.count(sql`INSERT INTO wanted ${wanted}`);
  await transaction.run("ANALYZE wanted");

  const isGone = sql`${among} AND ${removable ?? raw("false")} AND NOT EXISTS (SELECT FROM wanted w WHERE ${on("w")})`;
  const set = raw(columns.map((column) => `${column} = ${newValue(column)}`).join(", "));
  const remove = sql`DELETE FROM ${target} t WHERE ${isGone}`;
  const change = sql`UPDATE ${target} t SET ${set}, import_id = ${id} FROM wanted w WHERE ${match} AND ${differs}`;
  let [removed, changed] = [0, 0];
  if (importId === null) {
    if (removable) removed = await transaction.count(remove);
    changed = await transaction.count(change);
  } else {
    if (removable) {
      const gone = journal("REMOVED", raw("before FROM gone"));
      removed = await transaction.count(
        sql`WITH gone AS (${remove} RETURNING to_jsonb(t) AS before) ${gone}`,
      );
    }
    const before = sql`to_jsonb(t) FROM ${target} t JOIN wanted w ON ${match}`;
    const journalled = sql`${before} WHERE ${differs} AND t.import_id IS DISTINCT FROM ${id}`;
    changed = await transaction.count(journal("CHANGED", journalled));
    await transaction.count(change);
  }
  const restated = derived
    ? []
    : await transaction.rows<Restated>(sql`
        SELECT t.import_id AS earlier, count(*) AS rows FROM ${target} t JOIN wanted w ON ${match}
        WHERE t.import_id IS DISTINCT FROM ${id} GROUP BY t.import_id`);
  const created = await transaction.count(sql`
    INSERT INTO ${target} (${raw(names)}, import_id)
    SELECT ${raw(columns.map((column) => withDefault(column, defaults[column])).join(", "))}, ${id} FROM wanted w
    WHERE NOT EXISTS (SELECT FROM ${target} t WHERE ${match}) ORDER BY w.ordinal`);
  if (importId !== null) await noteRestated(transaction, importId, table, restated);
  return { created, changed, removed, unchanged: restated.reduce((sum, { rows }) => sum + rows, 0) };
}

function of(expression: string, alias: string): string {
  return expression.replaceAll("r.", `${alias}.`);
}

function withDefault(column: string, value: string | undefined): string {
  return value === undefined ? `w.${column}` : `coalesce(w.${column}, ${value})`;
}

/** Rows that are as wanted already, by the import that wrote them. */
interface Restated {
  earlier: number | null;
  rows: number;
}

/** What an import says again rests on both imports from then on: the earlier one cannot be undone alone. */
async function noteRestated(
  transaction: Transaction,
  importId: number,
  table: string,
  restated: readonly Restated[],
): Promise<void> {
  const known = restated.filter(({ earlier }) => earlier !== null);
  if (known.length === 0) return;
  const values = known.map(
    ({ earlier, rows }) => sql`(${importId}::integer, ${earlier}::integer, ${table}, ${rows}::bigint)`,
  );
  await transaction.count(sql`
    INSERT INTO import_restated AS r (import_id, earlier_import_id, table_name, row_count) VALUES ${join(values)}
    ON CONFLICT (import_id, earlier_import_id, table_name) DO UPDATE SET row_count = r.row_count + excluded.row_count`);
}
