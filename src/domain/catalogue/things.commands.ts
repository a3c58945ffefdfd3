import { CircleError } from "../../common/levels";
import { raw, type Sql, sql } from "../../db/sql";
import { said, staged, stagedSlugs } from "../../db/staged-records";
import type { Write } from "../../db/write";
import { saveAliases } from "../alias/alias.commands";
import { SECTION } from "../claim/claim.commands";
import type { ClaimedKind } from "../claim/claim-tables";
import { type Kind, Kinds } from "./kind";
import { NAME, refuseTaken } from "./taken-names.commands";
import { findCircles } from "./tree.queries";
import { refuseUnknown } from "./unknown-references.commands";

/** A thing that submissions use; `parent` and `family` only where the kind forms a tree. */
export interface ThingRecord {
  slug: string;
  name: string;
  aliases?: string[];
  parent?: string;
  family?: boolean;
  introducedBy?: string;
  description?: string;
}

/** Saves things of one kind. Throws CircleError when they stand above each other, or above saved ones, in a circle. */
export async function saveThings(write: Write, kind: ClaimedKind): Promise<void> {
  const section = SECTION[kind];
  if (!write.brings(section)) return;
  const { table, label, tree } = Kinds[kind];
  await refuseLost(write, section, "introducedBy", Kinds.Paper);
  if (tree) await refuseLost(write, section, "parent", Kinds[kind], stagedSlugs(section));
  const key = ["r.slug"];
  const columns = ["slug", "name", "name_key", "introduced_by_id", "description"];
  const values = sql`x.slug, ${said("name")}, ${said("nameKey")}, by.id, ${said("description")}`;
  const from = sql`FROM ${staged(section)} AS x LEFT JOIN paper by ON by.slug = ${said("introducedBy")}`;
  if (!tree) {
    const wanted = sql`SELECT ${values}, x.partial, x.ordinal ${from}`;
    await write.reconcile({ table, columns, wanted, key });
  } else {
    // What stands above may come with the same import: all are there before any is put under another.
    const fresh = sql`
      SELECT x.slug, ${said("name")}, ${said("nameKey")}, x.partial, x.ordinal FROM ${staged(section)} AS x
      WHERE NOT EXISTS (SELECT FROM ${raw(table)} t WHERE t.slug = x.slug)`;
    await write.reconcile({ table, columns: columns.slice(0, 3), wanted: fresh, key });
    const wanted = sql`
      SELECT ${values}, above.id,
        coalesce((${said("family")})::boolean, CASE WHEN NOT x.partial THEN false END), x.partial, x.ordinal
      ${from} LEFT JOIN ${raw(table)} above ON above.slug = ${said("parent")}`;
    await write.reconcile({ table, columns: [...columns, "parent_id", "is_family"], wanted, key });
    // An earlier import may have saved the other part of a circle, so the saved things are looked at.
    if (kind !== "TrainingDataset") {
      const circle = await findCircles(write.db, kind);
      if (circle.length) throw new CircleError(`These ${label}s stand above each other`, circle);
    }
  }
  await refuseTaken(write, section, table, NAME);
  await saveAliases(write, section, Kinds[kind]);
}

/** Refuses references of records to things that neither are there nor come. */
async function refuseLost(write: Write, section: string, property: string, kind: Kind, coming?: Sql) {
  const known = sql`SELECT t.slug FROM ${raw(kind.table)} t`;
  const all = coming ? sql`${known} UNION ${coming}` : known;
  await refuseUnknown(write, {
    what: kind.label,
    lost: sql`
      SELECT format('%s.%s.%s', ${raw(`'${section}'`)}, x.slug, ${raw(`'${property}'`)}) AS place, ${said(property)} AS slug,
        x.file, x.line, x.col, x.ordinal
      FROM ${staged(section)} AS x
      WHERE ${said(property)} IS NOT NULL AND ${said(property)} NOT IN (${all})`,
    known: all,
  });
}
