import { nameKey } from "../../common/name-key";
import { raw, type Sql, sql } from "../../db/sql";
import { said, staged } from "../../db/staged-records";
import type { Write } from "../../db/write";
import { keyed, saveAliases } from "../alias/alias.commands";
import { Kinds } from "../catalogue/kind";
import { refuseUnknown } from "../catalogue/unknown-references.commands";
import {
  type ClaimRecord,
  type CleaningRecord,
  saveClaims,
  saveTestSetCleaning,
} from "../claim/claim.commands";
import { type ClaimedKind, claimTables } from "../claim/claim-tables";
import { deriveInheritance } from "../claim/inheritance.commands";
import { type CitationRecord, saveCitations } from "../paper/citation.commands";
import { type LikelyDescriptionRecord, saveLikelyDescriptions } from "./likely-description.commands";
import type { Reporter, TrainingScale } from "./submission.entity";
import { saveOrganisationLinks } from "./submission-organisation.commands";
import { saveVariants, type VariantRecord } from "./variant.commands";

export interface SubmissionRecord {
  slug: string;
  name?: string;
  label?: string;
  aliases?: string[];
  benchmark: string;
  organisations?: string[];
  submittedOn?: string;
  trainingScale?: TrainingScale;
  reportedBy?: Reporter;
  source: { document: string; line?: number; column?: number };
  description?: { line?: number; summary?: string; ensembleSize?: number };
  testSetCleaning?: CleaningRecord;
  lossFunctions?: ClaimRecord[];
  backbones?: ClaimRecord[];
  trainingDatasets?: ClaimRecord[];
  citations?: CitationRecord[];
  variantOf?: VariantRecord[];
  likelyDescriptions?: LikelyDescriptionRecord[];
}

/** The record as it is staged. */
export function stageSubmission(record: SubmissionRecord): object {
  const { slug, name, label, aliases } = record;
  return {
    ...record,
    lossFunctions: once(record.lossFunctions, claimIdentity),
    backbones: once(record.backbones, claimIdentity),
    trainingDatasets: once(record.trainingDatasets, claimIdentity),
    citations: once(record.citations, ({ paper }) => paper),
    organisations: once(record.organisations, (organisation) => organisation),
    nameKey: name === undefined ? undefined : nameKey(name),
    label: name ?? label ?? slug,
    aliases: keyed(aliases),
  };
}

const claimIdentity = ({ thing, basis, modified = false, term }: ClaimRecord) =>
  JSON.stringify([thing, basis, modified, term]);

/** The first of those items that are the same one: a text can say a thing in several places. */
function once<Item>(items: Item[] | undefined, identity: (item: Item) => string): Item[] | undefined {
  const seen = new Set<string>();
  return items?.filter((item) => seen.size < seen.add(identity(item)).size);
}

/** Saves submissions with all that is said of them; what a whole record no longer says goes. */
export async function saveSubmissions(write: Write): Promise<void> {
  if (!write.brings("submissions")) return;
  await refuseLost(write, "benchmark", "benchmark", said("benchmark"));
  await refuseLost(write, "source.document", "source", raw("(x.record#>>'{source,document}')"));
  await write.reconcile({
    table: "submission",
    columns: [
      "slug",
      "name",
      "name_key",
      "label",
      "benchmark_id",
      "submitted_on",
      "training_scale",
      "described",
      "description_line",
      "summary",
      "ensemble_size",
      "reported_by",
      "source_id",
      "source_line",
      "source_column",
    ],
    // A document that adds to what another one said leaves the place where the submission was first read.
    wanted: sql`
      SELECT x.slug, ${said("name")}, ${said("nameKey")}, ${said("label")}, b.id, (${said("submittedOn")})::date,
        ${said("trainingScale")}, CASE WHEN NOT x.partial OR x.record ? 'description' THEN x.record ? 'description' END,
        (x.record#>>'{description,line}')::integer, x.record#>>'{description,summary}',
        (x.record#>>'{description,ensembleSize}')::integer, ${said("reportedBy")},
        CASE WHEN ${elsewhere} THEN t.source_id ELSE d.id END,
        CASE WHEN ${elsewhere} THEN t.source_line ELSE (x.record#>>'{source,line}')::integer END,
        CASE WHEN ${elsewhere} THEN t.source_column ELSE (x.record#>>'{source,column}')::integer END,
        x.partial, x.ordinal
      FROM ${staged("submissions")} AS x JOIN benchmark b ON b.slug = ${said("benchmark")}
      JOIN source d ON d.slug = x.record#>>'{source,document}' LEFT JOIN submission t ON t.slug = x.slug`,
    key: ["r.slug"],
    defaults: { described: "false" },
  });
  await saveAliases(write, "submissions", Kinds.Submission);
  await saveOrganisationLinks(write);
  await saveCitations(write);
  await saveVariants(write);
  await saveLikelyDescriptions(write);
  await saveTestSetCleaning(write);
  for (const kind of Object.keys(claimTables) as ClaimedKind[]) await saveClaims(write, kind);
  await deriveInheritance(write);
}

const elsewhere = raw("x.partial AND t.source_id <> d.id");

function refuseLost(write: Write, property: string, table: string, slug: Sql): Promise<void> {
  return refuseUnknown(write, {
    what: table,
    lost: sql`
      SELECT format('submissions.%s.%s', x.slug, ${raw(`'${property}'`)}) AS place, ${slug} AS slug, x.file, x.line, x.col, x.ordinal
      FROM ${staged("submissions")} AS x LEFT JOIN ${raw(table)} t ON t.slug = ${slug} WHERE t.id IS NULL`,
    known: sql`SELECT slug FROM ${raw(table)}`,
  });
}
