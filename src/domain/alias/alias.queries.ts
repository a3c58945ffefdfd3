import type { Database } from "../../db/database";
import { raw, sql } from "../../db/sql";
import type { Kind } from "../catalogue/kind";

/** The other names of things of one kind, each thing's in code-point order. */
export function findAliases(
  db: Database,
  kind: Kind,
  ids: readonly number[],
): Promise<{ id: number; text: string }[]> {
  const column = raw(`a.${kind.aliasColumn}`);
  return db.rows(sql`SELECT ${column} AS id, a.text FROM alias a
    WHERE ${column} = ANY(${[...ids]}::integer[]) ORDER BY a.text COLLATE "C"`);
}
