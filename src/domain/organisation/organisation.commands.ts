import { sql } from "../../db/sql";
import { said, staged } from "../../db/staged-records";
import type { Write } from "../../db/write";
import { saveAliases } from "../alias/alias.commands";
import { Kinds } from "../catalogue/kind";
import { NAME, refuseTaken } from "../catalogue/taken-names.commands";
import type { NameKind } from "./organisation.entity";

export interface OrganisationRecord {
  slug: string;
  name: string;
  aliases?: string[];
  nameKind?: NameKind;
}

/** Saves organisations. */
export async function saveOrganisations(write: Write): Promise<void> {
  if (!write.brings("organisations")) return;
  await write.reconcile({
    table: "organisation",
    columns: ["slug", "name", "name_key", "name_kind"],
    wanted: sql`
      SELECT x.slug, ${said("name")}, ${said("nameKey")},
        coalesce(${said("nameKind")}, CASE WHEN NOT x.partial THEN 'ORGANISATION' END), x.partial, x.ordinal
      FROM ${staged("organisations")} AS x`,
    key: ["r.slug"],
    defaults: { name_kind: "'ORGANISATION'" },
  });
  await refuseTaken(write, "organisations", "organisation", NAME);
  await saveAliases(write, "organisations", Kinds.Organisation);
}
