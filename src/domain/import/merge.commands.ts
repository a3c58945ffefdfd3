import { raw, type Sql, sql } from "../../db/sql";
import type { Write } from "../../db/write";
import { Kinds } from "../catalogue/kind";
import { claimTables } from "../claim/claim-tables";
import { deriveInheritance } from "../claim/inheritance.commands";

/** Kinds of which two things can turn out to be one. */
export type MergeableKind = "Organisation" | "LossFunction" | "Backbone" | "TrainingDataset" | "Paper";

interface Reference {
  table: string;
  column: string;
  /** The other columns that, together with the reference, only one row can have; none: any number can. */
  unique?: string[];
}

const claims = (kind: keyof typeof claimTables): Reference => ({
  table: claimTables[kind].table,
  column: claimTables[kind].column,
  unique: ["submission_id", "basis", "modified", "term", "inherited_from_id"],
});

/** What refers to a thing of each kind. */
const REFERENCES: Record<MergeableKind, Reference[]> = {
  Organisation: [{ table: "submission_organisation", column: "organisation_id", unique: ["submission_id"] }],
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
  Paper: ["year", "venue", "venue_key", "arxiv_id", "doi", "url"],
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
  await fill(write, kind, fromId, intoId);
  await deriveInheritance(write);
}

async function repoint(write: Write, { table, column, unique }: Reference, fromId: number, intoId: number) {
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
  const changed = await write.db.count(sql`
    INSERT INTO import_journal (import_id, table_name, operation, before)
    SELECT ${write.importId}::integer, ${table}, 'CHANGED', to_jsonb(t) FROM ${rows} t WHERE ${own}`);
  // What stays cannot stand under itself: it takes the place of the one that goes.
  const target =
    column === "parent_id"
      ? sql`CASE t.id WHEN ${intoId} THEN (SELECT o.parent_id FROM ${rows} o WHERE o.id = ${fromId}) ELSE ${intoId}::integer END`
      : sql`${intoId}::integer`;
  await write.db.count(sql`
    UPDATE ${rows} t SET import_id = ${write.importId}::integer, ${reference} = ${target} WHERE ${own}`);
  write.add(table, { changed });
}

async function remove(write: Write, table: string, which: Sql): Promise<void> {
  const removed = await write.db.count(sql`
    WITH gone AS (DELETE FROM ${raw(table)} t WHERE ${which} RETURNING to_jsonb(t) AS before)
    INSERT INTO import_journal (import_id, table_name, operation, before)
    SELECT ${write.importId}::integer, ${table}, 'REMOVED', before FROM gone`);
  write.add(table, { removed });
}

async function fill(write: Write, kind: MergeableKind, goneId: number, intoId: number): Promise<void> {
  const { table } = Kinds[kind];
  const columns = FILLED[kind];
  if (columns.length === 0) return;
  const values = columns.map((column) => `coalesce(stays.${column}, gone.${column})`).join(", ");
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
