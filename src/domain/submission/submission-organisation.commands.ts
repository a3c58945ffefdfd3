import { raw, sql } from "../../db/sql";
import { eachOf } from "../../db/staged-records";
import type { Write } from "../../db/write";
import { refuseLostItems, replacedPart, stagedSubmissions } from "../claim/claim.commands";

/** Gives each of the staged submissions exactly its organisations, in their order. */
export async function saveOrganisationLinks(write: Write): Promise<void> {
  await refuseLostItems(write, "organisations", "organisation", "organisation", raw("(item#>>'{}')"));
  await write.reconcile({
    table: "submission_organisation",
    columns: ["submission_id", "organisation_id", "position"],
    wanted: sql`
      SELECT s.id, o.id, place, x.partial, x.ordinal * 10000 + place
      FROM ${stagedSubmissions} ${eachOf("organisations")} JOIN organisation o ON o.slug = item#>>'{}'`,
    key: ["r.submission_id", "r.organisation_id"],
    removable: replacedPart("organisations", false),
  });
}
