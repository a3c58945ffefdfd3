import { nameKey } from "../../common/name-key";
import { raw, sql } from "../../db/sql";
import { eachOf, staged } from "../../db/staged-records";
import type { Write } from "../../db/write";
import type { Kind } from "../catalogue/kind";

/** The aliases of a record as they are staged: each once, with the key by which it is compared. */
export function keyed(aliases: readonly string[] | undefined) {
  if (!aliases) return undefined;
  const texts = new Map<string, string>();
  for (const text of aliases) if (!texts.has(nameKey(text))) texts.set(nameKey(text), text);
  return [...texts].map(([key, text]) => ({ text, key }));
}

/**
 * Gives each thing that a record of the section is about the record's aliases; a whole record's are all it has. One that
 * is there stays as it is written when a partial record writes it otherwise.
 */
export async function saveAliases(write: Write, section: string, kind: Kind): Promise<void> {
  if (!write.brings(section)) return;
  const thing = raw(kind.table);
  const column = raw(kind.aliasColumn);
  await write.reconcile({
    table: "alias",
    columns: ["text", "key", kind.aliasColumn],
    wanted: sql`
      SELECT CASE WHEN x.partial THEN coalesce(a.text, item->>'text') ELSE item->>'text' END, item->>'key', t.id, x.partial, x.ordinal * 10000 + place
      FROM ${staged(section)} AS x JOIN ${thing} t ON t.slug = x.slug ${eachOf("aliases")}
      LEFT JOIN alias a ON a.${column} = t.id AND a.key = item->>'key'`,
    key: [`r.${kind.aliasColumn}`, "r.key"],
    among: sql`t.${column} IS NOT NULL`,
    removable: sql`t.${column} IN (
      SELECT thing.id FROM ${staged(section)} AS x JOIN ${thing} thing ON thing.slug = x.slug WHERE NOT x.partial)`,
  });
}
