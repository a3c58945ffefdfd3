import { nameKey } from "../../common/name-key";
import { raw, type Sql, sql } from "../../db/sql";
import { said, staged, stagedSlugs } from "../../db/staged-records";
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
import { contradictedSubmissions, submissionColumns, wantedSubmissions } from "./wanted-submissions.queries";

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
  const { name, aliases } = record;
  return {
    ...record,
    lossFunctions: once(record.lossFunctions, claimIdentity),
    backbones: once(record.backbones, claimIdentity),
    trainingDatasets: once(record.trainingDatasets, claimIdentity),
    citations: once(record.citations, ({ paper }) => paper),
    organisations: once(record.organisations, (organisation) => organisation),
    nameKey: name === undefined ? undefined : nameKey(name),
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
  await write.warn(contradictedSubmissions);
  await write.reconcile({
    table: "submission",
    columns: submissionColumns,
    wanted: wantedSubmissions,
    key: ["r.slug"],
  });
  await saveAliases(write, "submissions", Kinds.Submission);
  await saveOrganisationLinks(write);
  await saveCitations(write);
  await saveVariants(write);
  await saveLikelyDescriptions(write);
  await saveTestSetCleaning(write);
  for (const kind of Object.keys(claimTables) as ClaimedKind[]) await saveClaims(write, kind);
  await deriveInheritance(
    write,
    sql`SELECT s.id FROM submission s WHERE s.slug IN (${stagedSlugs("submissions")})`,
  );
}

function refuseLost(write: Write, property: string, table: string, slug: Sql): Promise<void> {
  return refuseUnknown(write, {
    what: table,
    lost: sql`
      SELECT format('submissions.%s.%s', x.slug, ${raw(`'${property}'`)}) AS place, ${slug} AS slug, x.file, x.line, x.col, x.ordinal
      FROM ${staged("submissions")} AS x LEFT JOIN ${raw(table)} t ON t.slug = ${slug} WHERE t.id IS NULL`,
    known: sql`SELECT slug FROM ${raw(table)}`,
  });
}
