import type { Database } from "./database";
import { parentsOf } from "./predicates";
import { empty, type Sql, sql } from "./sql";

/**
 * Counts the rows of `FROM ... WHERE ...` for each parent, which the body knows as `parent.id`, in one statement.
 * A parent without rows is counted as 0.
 */
export async function countPerParent(
  db: Database,
  parentIds: readonly number[],
  body: Sql,
  withClause: Sql = empty,
): Promise<Map<number, number>> {
  const rows = await db.rows<{ id: number; count: number }>(sql`${withClause}
    SELECT parent.id, (SELECT count(*) ${body}) AS count FROM ${parentsOf(parentIds)}`);
  return new Map(rows.map((row) => [row.id, row.count]));
}
