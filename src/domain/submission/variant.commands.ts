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

export interface VariantRecord extends EvidenceRecord {
  submission: string;
  onlyDifference: boolean;
  differences?: string[];
  term?: string;
}

/** Makes each of the staged submissions a variant of exactly its bases. */
export async function saveVariants(write: Write): Promise<void> {
  const base = raw("(item->>'submission')");
  await refuseLostItems(write, "variantOf", "submission", "submission", base);
  await refuseLostDocuments(write, "variantOf");
  await write.reconcile({
    table: "variant",
    columns: [
      "submission_id",
      "base_id",
      "only_difference",
      "differences",
      "term",
      "position",
      "source_id",
      "source_line",
      "source_column",
    ],
    wanted: sql`
      SELECT s.id, base.id, (item->>'onlyDifference')::boolean,
        ARRAY(SELECT jsonb_array_elements_text(item->'differences')), item->>'term', place, coalesce(own.id, d.id), (item->>'line')::integer,
        (item->>'column')::integer, x.partial, x.ordinal * 10000 + place
      FROM ${stagedSubmissions} ${eachOf("variantOf")} JOIN submission base ON base.slug = ${base}
        ${itemSource}`,
    key: ["r.submission_id", "r.base_id"],
    evidenced: raw("true"),
    removable: replacedPart("variantOf"),
  });
}
