import type { Database } from "../../db/database";
import type { OrderTerm } from "../../db/keyset";
import { raw, type Sql, sql } from "../../db/sql";
import type { Import } from "./import.entity";

/** Orders imports `t` by the time at which they were started, to the microsecond. */
export const BY_START: OrderTerm = {
  expression: raw("extract(epoch FROM t.started_at)"),
  type: "numeric",
  required: true,
};

/** Orders imports `t` by their format. */
export const BY_FORMAT: OrderTerm = { expression: raw("t.format"), type: "text", required: true };

/** The latest record of imports `t` first. */
export const LATEST_FIRST: OrderTerm = {
  expression: raw("t.id"),
  type: "integer",
  descending: true,
  required: true,
};

/** The format of imports `t`, as texts are compared. */
export const FORMAT_KEY: Sql = raw("lower(t.format)");

/** The files that imports read, in the order in which they were given. */
export function findImportFiles(
  db: Database,
  importIds: readonly number[],
): Promise<Pick<Import, "id" | "files">[]> {
  return db.rows(sql`SELECT t.id, t.files FROM import t WHERE t.id = ANY(${[...importIds]}::integer[])`);
}

/** The first problems that imports met, in the order in which they were met. */
export function findImportProblems(
  db: Database,
  importIds: readonly number[],
  most: number,
): Promise<Pick<Import, "id" | "problems">[]> {
  return db.rows(sql`
    SELECT t.id, array(
      SELECT problem FROM jsonb_array_elements(t.problems) WITH ORDINALITY AS x(problem, place)
      WHERE place <= ${most} ORDER BY place
    ) AS problems
    FROM import t WHERE t.id = ANY(${[...importIds]}::integer[])`);
}
