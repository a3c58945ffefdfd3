import { raw, sql } from "../../db/sql";
import { eachOf } from "../../db/staged-records";
import type { Write } from "../../db/write";
import {
  itemSource,
  refuseLostDocuments,
  refuseLostItems,
  replacedPart,
  stagedSubmissions,
} from "../claim/claim.commands";
import type { EvidenceRecord } from "../source/source.commands";

export interface CitationRecord extends EvidenceRecord {
  paper: string;
}

/** Gives each of the staged submissions exactly its citations. */
export async function saveCitations(write: Write): Promise<void> {
  const paper = raw("(item->>'paper')");
  await refuseLostItems(write, "citations", "paper", "paper", paper);
  await refuseLostDocuments(write, "citations");
  await write.reconcile({
    table: "citation",
    columns: ["submission_id", "paper_id", "position", "source_id", "source_line", "source_column"],
    wanted: sql`
      SELECT s.id, p.id, place, coalesce(own.id, d.id), (item->>'line')::integer, (item->>'column')::integer,
        x.partial, x.ordinal * 10000 + place
      FROM ${stagedSubmissions} ${eachOf("citations")} JOIN paper p ON p.slug = ${paper}
        ${itemSource}`,
    key: ["r.submission_id", "r.paper_id"],
    evidenced: raw("true"),
    removable: replacedPart("citations"),
  });
}
