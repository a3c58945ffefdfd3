import { columnsOf } from "../../db/columns";
import type { Database } from "../../db/database";
import { among } from "../../db/predicates";
import { raw, sql } from "../../db/sql";
import { rowTypes } from "../node/row-types";

export type TreeKind = "LossFunction" | "Backbone";

/** A thing in a tree, with the thing from which it was reached. */
export interface TreeRow {
  id: number;
  fromId: number;
  isFamily: boolean;
}

/** Everything above each of the given things, the nearest first; each once, even if they stood in a circle. */
export function findAncestors(db: Database, kind: TreeKind, ids: readonly number[]): Promise<TreeRow[]> {
  const { entity, table } = rowTypes[kind];
  return db.rows(sql`
    WITH RECURSIVE up(from_id, id, height) AS (
      SELECT t.id, t.parent_id, 1 FROM ${raw(table)} t WHERE t.id ${among(ids)}
      UNION ALL
      SELECT up.from_id, t.parent_id, up.height + 1 FROM up JOIN ${raw(table)} t ON t.id = up.id
    ) CYCLE id SET again USING path
    SELECT ${columnsOf(entity, "t")}, up.from_id AS "fromId"
    FROM up JOIN ${raw(table)} t ON t.id = up.id
    WHERE NOT up.again ORDER BY up.from_id, up.height`);
}

/** What stands directly under each of the given things, by name. */
export function findChildren(db: Database, kind: TreeKind, ids: readonly number[]): Promise<TreeRow[]> {
  const { entity, table } = rowTypes[kind];
  return db.rows(sql`
    SELECT ${columnsOf(entity, "t")}, t.parent_id AS "fromId" FROM ${raw(table)} t
    WHERE t.parent_id ${among(ids)} ORDER BY t.name COLLATE "C"`);
}

/** Slugs of the things that stand above themselves. */
export async function findCircles(db: Database, kind: TreeKind): Promise<string[]> {
  const table = raw(rowTypes[kind].table);
  const rows = await db.rows<{ slug: string }>(sql`
    WITH RECURSIVE up(from_id, id) AS (
      SELECT id, parent_id FROM ${table} WHERE parent_id IS NOT NULL
      UNION
      SELECT up.from_id, t.parent_id FROM up JOIN ${table} t ON t.id = up.id WHERE t.parent_id IS NOT NULL
    )
    SELECT t.slug FROM up JOIN ${table} t ON t.id = up.id WHERE up.id = up.from_id ORDER BY t.slug COLLATE "C"`);
  return rows.map(({ slug }) => slug);
}
