import type { EntityManager } from "typeorm";
import { nameKey } from "../../common/name-key";
import type { Changes } from "../../db/reconcile";
import { saveAliases } from "../alias/alias.commands";
import { Benchmark } from "../benchmark/benchmark.entity";
import { SlugIndex, saveBySlug } from "../catalogue/save";
import {
  type Claiming,
  type ClaimRecord,
  type CleaningRecord,
  saveClaims,
  saveTestSetCleaning,
} from "../claim/claim.commands";
import { deriveInheritance } from "../claim/inheritance.commands";
import { type CitationRecord, saveCitations } from "../paper/citation.commands";
import { type LikelyDescriptionRecord, saveLikelyDescriptions } from "./likely-description.commands";
import { type Reporter, Submission, type TrainingScale } from "./submission.entity";
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
  source: { document: string; line?: number };
  description?: { line?: number; summary?: string; ensembleSize?: number };
  testSetCleaning?: CleaningRecord;
  lossFunctions?: ClaimRecord[];
  backbones?: ClaimRecord[];
  trainingDatasets?: ClaimRecord[];
  citations?: CitationRecord[];
  variantOf?: VariantRecord[];
  likelyDescriptions?: LikelyDescriptionRecord[];
}

/** Saves submissions with all that is said of them; what is no longer said of one goes. */
export async function saveSubmissions(
  manager: EntityManager,
  records: SubmissionRecord[],
  sources: SlugIndex,
): Promise<Changes[]> {
  const benchmarks = await SlugIndex.of(manager, Benchmark, "benchmark");
  const rows = records.map((record) => rowOf(record, benchmarks, sources));
  const changes = [await saveBySlug(manager, Submission, rows)];
  const submissions = await SlugIndex.of(manager, Submission, "submission");
  changes.push(
    await saveAliases(manager, "submissionId", submissions, records),
    ...(await saveWhatIsSaid(manager, records, submissions, sources)),
    ...(await deriveInheritance(manager, submissions)),
  );
  return changes;
}

function rowOf(record: SubmissionRecord, benchmarks: SlugIndex, sources: SlugIndex) {
  const { slug, name, description, source } = record;
  return {
    slug,
    name: name ?? null,
    nameKey: name === undefined ? null : nameKey(name),
    label: name ?? record.label ?? slug,
    benchmarkId: benchmarks.id(record.benchmark, `submissions.${slug}.benchmark`),
    submittedOn: record.submittedOn ?? null,
    trainingScale: record.trainingScale ?? null,
    described: description !== undefined,
    descriptionLine: description?.line ?? null,
    summary: description?.summary ?? null,
    ensembleSize: description?.ensembleSize ?? null,
    reportedBy: record.reportedBy ?? null,
    sourceId: sources.id(source.document, `submissions.${slug}.source.document`),
    sourceLine: source.line ?? null,
  };
}

async function saveWhatIsSaid(
  manager: EntityManager,
  records: SubmissionRecord[],
  submissions: SlugIndex,
  sources: SlugIndex,
): Promise<Changes[]> {
  const claiming = <Part>(part: (record: SubmissionRecord) => Part): Claiming<Part>[] =>
    records.map((record) => ({
      submissionId: submissions.id(record.slug, "submissions"),
      submission: record.slug,
      sourceId: sources.id(record.source.document, `submissions.${record.slug}.source.document`),
      records: part(record),
    }));
  const organisations = claiming((record) => record.organisations ?? []);
  const citations = claiming((record) => record.citations ?? []);
  const variants = claiming((record) => record.variantOf ?? []);
  const likely = claiming((record) => record.likelyDescriptions ?? []);
  const cleaning = claiming((record) => record.testSetCleaning);
  const lossFunctions = claiming((record) => record.lossFunctions ?? []);
  const backbones = claiming((record) => record.backbones ?? []);
  const trainingDatasets = claiming((record) => record.trainingDatasets ?? []);
  return [
    await saveOrganisationLinks(manager, organisations),
    await saveCitations(manager, citations),
    await saveVariants(manager, variants, submissions),
    await saveLikelyDescriptions(manager, likely, submissions),
    await saveTestSetCleaning(manager, cleaning),
    await saveClaims(manager, "LossFunction", lossFunctions),
    await saveClaims(manager, "Backbone", backbones),
    await saveClaims(manager, "TrainingDataset", trainingDatasets),
  ];
}
