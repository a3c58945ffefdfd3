import { raw, sql } from "../../db/sql";
import { eachOf } from "../../db/staged-records";
import type { Write } from "../../db/write";
import { refuseLostItems, replacedPart, stagedSubmissions } from "../claim/claim.commands";

export interface CitationRecord {
  paper: string;
  line?: number;
  column?: number;
}

/** Gives each of the staged submissions exactly its citations. */
export async function saveCitations(write: Write): Promise<void> {
  const paper = raw("(item->>'paper')");
  await refuseLostItems(write, "citations", "paper", "paper", paper);
  await write.reconcile({
    table: "citation",
    columns: ["submission_id", "paper_id", "position", "source_id", "source_line", "source_column"],
    wanted: sql`
      SELECT s.id, p.id, place, d.id, (item->>'line')::integer, (item->>'column')::integer,
        x.partial, x.ordinal * 10000 + place
      FROM ${stagedSubmissions} ${eachOf("citations")} JOIN paper p ON p.slug = ${paper}
      WHERE NOT x.partial OR NOT EXISTS (
        SELECT FROM citation t WHERE t.submission_id = s.id AND t.paper_id = p.id AND t.source_id <> d.id)`,
    key: ["r.submission_id", "r.paper_id"],
    removable: replacedPart("citations"),
  });
}
