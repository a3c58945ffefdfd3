import { raw, type Sql, sql } from "../../db/sql";
import type { Write } from "../../db/write";
import { Kinds } from "../catalogue/kind";
import { findAncestors, type TreeKind } from "../catalogue/tree.queries";
import { claimTables } from "../claim/claim-tables";
import { deriveInheritance } from "../claim/inheritance.commands";
import { findTouched, theseIds } from "../claim/inheritance.queries";

/** Kinds of which two things can turn out to be one. */
export type MergeableKind = "Organisation" | "LossFunction" | "Backbone" | "TrainingDataset" | "Paper";

interface Reference {
  table: string;
  column: string;
  /** The other columns that, together with the reference, only one row can have; none: any number can. */
  unique?: string[];
  /** Whether the reference is part of the rows' primary key: then a row that refers to something else is another row. */
  isKey?: boolean;
}

const claims = (kind: keyof typeof claimTables): Reference => ({
  table: claimTables[kind].table,
  column: claimTables[kind].column,
  unique: ["submission_id", "basis", "modified", "term", "inherited_from_id"],
});

/** What refers to a thing of each kind. */
const REFERENCES: Record<MergeableKind, Reference[]> = {
  Organisation: [
    { table: "submission_organisation", column: "organisation_id", unique: ["submission_id"], isKey: true },
  ],
  LossFunction: [claims("LossFunction"), { table: "loss_function", column: "parent_id" }],
  Backbone: [claims("Backbone"), { table: "backbone", column: "parent_id" }],
  TrainingDataset: [claims("TrainingDataset")],
  Paper: [
    { table: "citation", column: "paper_id", unique: ["submission_id"] },
    ...["loss_function", "backbone", "training_dataset"].map((table) => ({
      table,
      column: "introduced_by_id",
    })),
  ],
};

/** What the thing that stays takes from the one that goes, where it has nothing itself. */
const FILLED: Record<MergeableKind, string[]> = {
  Organisation: [],
  LossFunction: ["parent_id", "introduced_by_id", "description"],
  Backbone: ["parent_id", "introduced_by_id", "description"],
  TrainingDataset: ["introduced_by_id", "description"],
  Paper: ["authors", "year", "venue", "venue_key", "arxiv_id", "doi", "url"],
};

/**
 * Makes two things one: all that refers to the one refers to the other from then on, its names become aliases, and it
 * goes. As an import, it can be undone.
 */
export async function mergeThings(
  write: Write,
  kind: MergeableKind,
  fromId: number,
  intoId: number,
): Promise<void> {
  const { table, aliasColumn, nameColumn, keyColumn } = Kinds[kind];
  let filled = FILLED[kind];
  if (kind === "LossFunction" || kind === "Backbone") {
    await takePlace(write, kind, fromId, intoId);
    // What stays cannot stand under what stands under it.
    const above = await findAncestors(write.db, kind, [fromId]);
    if (above.some(({ id }) => id === intoId)) filled = filled.filter((column) => column !== "parent_id");
  }
  const aliases: Reference = { table: "alias", column: aliasColumn, unique: ["key"] };
  for (const reference of [...REFERENCES[kind], aliases]) await repoint(write, reference, fromId, intoId);
  await write.reconcile({
    table: "alias",
    columns: ["text", "key", aliasColumn],
    wanted: sql`
      SELECT gone.${raw(nameColumn)}, gone.${raw(keyColumn)}, ${intoId}::integer, true, 1
      FROM ${raw(table)} gone JOIN ${raw(table)} stays ON stays.id = ${intoId}
      WHERE gone.id = ${fromId} AND gone.${raw(keyColumn)} <> stays.${raw(keyColumn)}`,
    key: [`r.${aliasColumn}`, "r.key"],
    among: sql`t.${raw(aliasColumn)} IS NOT NULL`,
  });
  await remove(write, table, sql`t.id = ${fromId}`);
  await fill(write, table, filled, fromId, intoId);
  await deriveInheritance(write, theseIds(await findTouched(write.db, write.importId as number)));
}

/** What stays takes the place in the tree of the one that goes, if it stands under it: it cannot stand under itself. */
async function takePlace(write: Write, kind: TreeKind, fromId: number, intoId: number): Promise<void> {
  const above = await findAncestors(write.db, kind, [intoId]);
  if (!above.some(({ id }) => id === fromId)) return;
  const { table } = Kinds[kind];
  await write.reconcile({
    table,
    columns: ["id", "parent_id"],
    wanted: sql`SELECT ${intoId}::integer, parent_id, false, 1 FROM ${raw(table)} WHERE id = ${fromId}`,
    key: ["r.id"],
  });
}

async function repoint(
  write: Write,
  { table, column, unique, isKey }: Reference,
  fromId: number,
  intoId: number,
) {
  const [rows, reference] = [raw(table), raw(column)];
  const own = sql`t.${reference} = ${fromId}`;
  if (unique) {
    const same = raw(unique.map((part) => `o.${part} IS NOT DISTINCT FROM t.${part}`).join(" AND "));
    await remove(
      write,
      table,
      sql`${own} AND EXISTS (SELECT FROM ${rows} o WHERE o.${reference} = ${intoId} AND ${same})`,
    );
  }
  const operation = isKey ? "REMOVED" : "CHANGED";
  const changed = await write.db.count(sql`
    INSERT INTO import_journal (import_id, table_name, operation, before)
    SELECT ${write.importId}::integer, ${table}, ${operation}, to_jsonb(t) FROM ${rows} t
    WHERE ${own} AND (${isKey ?? false} OR t.import_id IS DISTINCT FROM ${write.importId})`);
  await write.db.count(sql`
    UPDATE ${rows} t SET import_id = ${write.importId}::integer, ${reference} = ${intoId}::integer WHERE ${own}`);
  write.add(table, { changed });
}

async function remove(write: Write, table: string, which: Sql): Promise<void> {
  const removed = await write.db.count(sql`
    WITH gone AS (DELETE FROM ${raw(table)} t WHERE ${which} RETURNING to_jsonb(t) AS before)
    INSERT INTO import_journal (import_id, table_name, operation, before)
    SELECT ${write.importId}::integer, ${table}, 'REMOVED', before FROM gone`);
  write.add(table, { removed });
}

async function fill(
  write: Write,
  table: string,
  columns: readonly string[],
  goneId: number,
  intoId: number,
): Promise<void> {
  if (columns.length === 0) return;
  const own = (column: string) => (column === "authors" ? "nullif(stays.authors, '{}')" : `stays.${column}`);
  const values = columns.map((column) => `coalesce(${own(column)}, gone.${column})`).join(", ");
  await write.reconcile({
    table,
    columns: ["id", ...columns],
    wanted: sql`
      SELECT stays.id, ${raw(values)}, true, 1
      FROM ${raw(table)} stays, import_journal j, jsonb_populate_record(NULL::${raw(table)}, j.before) AS gone
      WHERE stays.id = ${intoId} AND j.import_id = ${write.importId} AND j.table_name = ${table}
        AND j.operation = 'REMOVED' AND gone.id = ${goneId}`,
    key: ["r.id"],
  });
}
