import { nameKey } from "../../common/name-key";
import { raw, sql } from "../../db/sql";
import { eachOf, staged } from "../../db/staged-records";
import type { Write } from "../../db/write";
import type { Kind } from "../catalogue/kind";

/** The aliases of a record as they are staged: each with the key by which it is compared. */
export function keyed(aliases: readonly string[] | undefined) {
  return aliases?.map((text) => ({ text, key: nameKey(text) }));
}

/** Gives each thing that a record of the section is about the record's aliases; a whole record's are all it has. */
export async function saveAliases(write: Write, section: string, kind: Kind): Promise<void> {
  if (!write.brings(section)) return;
  const thing = raw(kind.table);
  const column = raw(kind.aliasColumn);
  await write.reconcile({
    table: "alias",
    columns: ["text", "key", kind.aliasColumn],
    wanted: sql`
      SELECT item->>'text', item->>'key', t.id, x.partial, x.ordinal * 10000 + place
      FROM ${staged(section)} AS x JOIN ${thing} t ON t.slug = x.slug ${eachOf("aliases")}`,
    key: [`r.${kind.aliasColumn}`, "r.key"],
    among: sql`t.${column} IS NOT NULL`,
    removable: sql`t.${column} IN (
      SELECT thing.id FROM ${staged(section)} AS x JOIN ${thing} thing ON thing.slug = x.slug WHERE NOT x.partial)`,
  });
}
