import { sql } from "../../db/sql";
import { eachOf, said, staged } from "../../db/staged-records";
import type { Write } from "../../db/write";

export interface SourceRecord {
  slug: string;
  title: string;
  description?: string;
  url?: string;
  /** The whole text, as it was imported. */
  text?: string;
  doesNotSay?: { topic: string; statement: string }[];
}

/** Where something that is said of a submission stands. */
export interface EvidenceRecord {
  /** Slug of the source; that of the submission when not given. */
  document?: string;
  line?: number;
  column?: number;
}

/** Saves documents, their texts, and what they do not say. */
export async function saveSources(write: Write): Promise<void> {
  if (!write.brings("sources")) return;
  const records = staged("sources");
  await write.reconcile({
    table: "source",
    columns: ["slug", "title", "description", "url"],
    wanted: sql`
      SELECT x.slug, ${said("title")}, ${said("description")}, ${said("url")}, x.partial, x.ordinal
      FROM ${records} AS x`,
    key: ["r.slug"],
  });
  const ofWholeRecords = sql`t.source_id IN (
    SELECT s.id FROM ${records} AS x JOIN source s ON s.slug = x.slug WHERE NOT x.partial)`;
  await write.reconcile({
    table: "source_text",
    columns: ["source_id", "text"],
    wanted: sql`
      SELECT s.id, ${said("text")}, x.partial, x.ordinal FROM ${records} AS x JOIN source s ON s.slug = x.slug
      WHERE x.record ? 'text'`,
    key: ["r.source_id"],
    removable: ofWholeRecords,
  });
  await write.reconcile({
    table: "source_gap",
    columns: ["source_id", "topic", "statement"],
    wanted: sql`
      SELECT s.id, item->>'topic', item->>'statement', x.partial, x.ordinal * 10000 + place
      FROM ${records} AS x JOIN source s ON s.slug = x.slug ${eachOf("doesNotSay")}`,
    key: ["r.source_id", "r.topic"],
    removable: ofWholeRecords,
  });
}
