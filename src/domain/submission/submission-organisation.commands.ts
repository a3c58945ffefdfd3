import { raw, sql } from "../../db/sql";
import { eachOf } from "../../db/staged-records";
import type { Write } from "../../db/write";
import { refuseLostItems, replacedList, stagedSubmissions } from "../claim/claim.commands";

/**
 * Gives each of the staged submissions exactly its organisations, in their order. Those that another document names stay
 * as they are.
 */
export async function saveOrganisationLinks(write: Write): Promise<void> {
  await refuseLostItems(write, "organisations", "organisation", "organisation", raw("(item#>>'{}')"));
  await write.warn(sql`
    SELECT format('"%s" has the organisations %s already; %s was left out.', x.slug, there.slugs, said.slugs) AS message,
      x.file, x.line, x.col, x.ordinal
    FROM ${stagedSubmissions}
    CROSS JOIN LATERAL (
      SELECT string_agg(o.slug, ', ' ORDER BY o.slug) AS slugs FROM submission_organisation t JOIN organisation o ON o.id = t.organisation_id
      WHERE t.submission_id = s.id
    ) AS there
    CROSS JOIN LATERAL (
      SELECT string_agg(item, ', ' ORDER BY item) AS slugs FROM jsonb_array_elements_text(x.record->'organisations') AS item
    ) AS said
    WHERE x.partial AND s.source_id <> d.id AND there.slugs <> said.slugs`);
  await write.reconcile({
    table: "submission_organisation",
    columns: ["submission_id", "organisation_id", "position"],
    wanted: sql`
      SELECT s.id, o.id, place, x.partial, x.ordinal * 10000 + place
      FROM ${stagedSubmissions} ${eachOf("organisations")} JOIN organisation o ON o.slug = item#>>'{}'
      WHERE NOT x.partial OR s.source_id = d.id OR NOT EXISTS (SELECT FROM submission_organisation t WHERE t.submission_id = s.id)`,
    key: ["r.submission_id", "r.organisation_id"],
    removable: replacedList("organisations"),
  });
}
