import { type EntityManager, In } from "typeorm";
import { nameKey } from "../../common/name-key";
import { type Changes, reconcile } from "../../db/reconcile";
import type { SlugIndex } from "../catalogue/save";
import { Alias } from "./alias.entity";

/** The columns by which an alias can point at a thing. */
export type AliasColumn = Exclude<keyof Alias, "id" | "text" | "key">;

/** Gives each thing that a record is about exactly the record's aliases. The things must be saved already. */
export async function saveAliases(
  manager: EntityManager,
  column: AliasColumn,
  things: SlugIndex,
  records: { slug: string; aliases?: string[] }[],
): Promise<Changes> {
  const ids = records.map(({ slug }) => things.id(slug, slug));
  return reconcile(manager, Alias, {
    existing: await manager.find(Alias, { where: { [column]: In(ids) } }),
    wanted: records.flatMap(({ aliases = [] }, i) =>
      aliases.map((text) => ({ text, key: nameKey(text), [column]: ids[i] })),
    ),
    key: (alias) => `${alias[column]} ${alias.key}`,
    removeOthers: true,
  });
}
