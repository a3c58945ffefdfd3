import type { EntityManager } from "typeorm";
import { nameKey } from "../../common/name-key";
import { saveAliases } from "../alias/alias.commands";
import { SlugIndex, saveBySlug } from "../catalogue/save";
import { NameKind, Organisation } from "./organisation.entity";

export interface OrganisationRecord {
  slug: string;
  name: string;
  aliases?: string[];
  nameKind?: NameKind;
}

/** Saves organisations. */
export async function saveOrganisations(manager: EntityManager, records: OrganisationRecord[]) {
  const rows = records.map(({ slug, name, nameKind = NameKind.ORGANISATION }) => ({
    slug,
    name,
    nameKey: nameKey(name),
    nameKind,
  }));
  const changes = [await saveBySlug(manager, Organisation, rows)];
  const organisations = await SlugIndex.of(manager, Organisation, "organisation");
  changes.push(await saveAliases(manager, "organisationId", organisations, records));
  return changes;
}
