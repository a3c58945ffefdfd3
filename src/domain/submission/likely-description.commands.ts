import { raw, sql } from "../../db/sql";
import { eachOf } from "../../db/staged-records";
import type { Write } from "../../db/write";
import { refuseLostItems, replacedList, stagedSubmissions } from "../claim/claim.commands";

export interface LikelyDescriptionRecord {
  submission: string;
  reason: string;
}

/** Gives each of the staged submissions exactly its likely descriptions. */
export async function saveLikelyDescriptions(write: Write): Promise<void> {
  const submission = raw("(item->>'submission')");
  await refuseLostItems(write, "likelyDescriptions", "submission", "submission", submission);
  await write.reconcile({
    table: "likely_description",
    columns: ["submission_id", "description_id", "reason", "position"],
    wanted: sql`
      SELECT s.id, described.id, item->>'reason', place, x.partial, x.ordinal * 10000 + place
      FROM ${stagedSubmissions} ${eachOf("likelyDescriptions")} JOIN submission described ON described.slug = ${submission}`,
    key: ["r.submission_id", "r.description_id"],
    removable: replacedList("likelyDescriptions"),
  });
}
