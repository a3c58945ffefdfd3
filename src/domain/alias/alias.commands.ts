import { type EntityManager, In } from "typeorm";
import { nameKey } from "../../common/name-key";
import { type Changes, reconcile } from "../../db/reconcile";
import { Alias } from "./alias.entity";

/** The columns by which an alias can point at a thing. */
export type AliasColumn = Exclude<keyof Alias, "id" | "text" | "key">;

/** Gives each of the things exactly these aliases. */
export async function saveAliases(
  manager: EntityManager,
  column: AliasColumn,
  aliases: Map<number, string[]>,
): Promise<Changes> {
  const existing = await manager.find(Alias, { where: { [column]: In([...aliases.keys()]) } });
  const wanted = [...aliases].flatMap(([id, texts]) =>
    texts.map((text) => ({ text, key: nameKey(text), [column]: id })),
  );
  const key = (alias: Partial<Alias>) => `${alias[column]} ${alias.key}`;
  return reconcile(manager, Alias, { existing, wanted, key, removeOthers: true });
}
