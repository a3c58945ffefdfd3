import { type EntityManager, In } from "typeorm";
import { nameKey } from "../../common/name-key";
import { type Changes, reconcile } from "../../db/reconcile";
import { saveAliases } from "../alias/alias.commands";
import { Benchmark } from "../benchmark/benchmark.entity";
import { SlugIndex, saveBySlug } from "../catalogue/save";
import {
  type ClaimRecord,
  type CleaningRecord,
  saveClaims,
  saveTestSetCleaning,
} from "../claim/claim.commands";
import type { ClaimedKind } from "../claim/claim-tables";
import { deriveInheritance } from "../claim/inheritance.commands";
import { Organisation } from "../organisation/organisation.entity";
import { type CitationRecord, saveCitations } from "../paper/citation.commands";
import { LikelyDescription } from "./likely-description.entity";
import { type Reporter, Submission, type TrainingScale } from "./submission.entity";
import { SubmissionOrganisation } from "./submission-organisation.entity";
import { Variant } from "./variant.entity";

export interface VariantRecord {
  submission: string;
  onlyDifference: boolean;
  differences?: string[];
  term?: string;
  line?: number;
}

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
  likelyDescriptions?: { submission: string; reason: string }[];
}

/** Saves submissions with all that is said of them; what is no longer said of one goes. */
export async function saveSubmissions(
  manager: EntityManager,
  records: SubmissionRecord[],
  sources: SlugIndex,
): Promise<Changes[]> {
  const benchmarks = await SlugIndex.of(manager, Benchmark, "benchmark");
  const at = (record: SubmissionRecord) => `submissions.${record.slug}`;
  const rows = records.map((record) => ({
    slug: record.slug,
    name: record.name ?? null,
    nameKey: record.name === undefined ? null : nameKey(record.name),
    label: record.name ?? record.label ?? record.slug,
    benchmarkId: benchmarks.id(record.benchmark, at(record)),
    submittedOn: record.submittedOn ?? null,
    trainingScale: record.trainingScale ?? null,
    described: record.description !== undefined,
    descriptionLine: record.description?.line ?? null,
    summary: record.description?.summary ?? null,
    ensembleSize: record.description?.ensembleSize ?? null,
    reportedBy: record.reportedBy ?? null,
    sourceId: sources.id(record.source.document, at(record)),
    sourceLine: record.source.line ?? null,
  }));
  const changes = [await saveBySlug(manager, Submission, rows)];
  const submissions = await SlugIndex.of(manager, Submission, "submission");
  const saved = records.map((record, i) => ({
    record,
    id: submissions.id(record.slug, at(record)),
    sourceId: rows[i].sourceId,
  }));
  changes.push(
    await saveAliases(
      manager,
      "submissionId",
      new Map(saved.map(({ record, id }) => [id, record.aliases ?? []])),
    ),
    await saveOrganisationLinks(manager, saved),
    await saveCitations(
      manager,
      saved.map(({ record, id, sourceId }) => ({
        submissionId: id,
        submission: record.slug,
        sourceId,
        records: record.citations ?? [],
      })),
    ),
    await saveVariants(manager, saved, submissions),
    await saveLikelyDescriptions(manager, saved, submissions),
    ...(await saveAllClaims(manager, saved)),
    ...(await deriveInheritance(manager)),
  );
  return changes;
}

interface Saved {
  record: SubmissionRecord;
  id: number;
  sourceId: number;
}

async function saveAllClaims(manager: EntityManager, saved: Saved[]): Promise<Changes[]> {
  const claiming = <Records>(records: (record: SubmissionRecord) => Records) =>
    saved.map(({ record, id, sourceId }) => ({
      submissionId: id,
      submission: record.slug,
      sourceId,
      records: records(record),
    }));
  const kinds: [ClaimedKind, (record: SubmissionRecord) => ClaimRecord[]][] = [
    ["LossFunction", (record) => record.lossFunctions ?? []],
    ["Backbone", (record) => record.backbones ?? []],
    ["TrainingDataset", (record) => record.trainingDatasets ?? []],
  ];
  const changes = [
    await saveTestSetCleaning(
      manager,
      claiming((record) => record.testSetCleaning),
    ),
  ];
  for (const [kind, records] of kinds) changes.push(await saveClaims(manager, kind, claiming(records)));
  return changes;
}

async function saveOrganisationLinks(manager: EntityManager, saved: Saved[]): Promise<Changes> {
  const organisations = await SlugIndex.of(manager, Organisation, "organisation");
  return reconcile(manager, SubmissionOrganisation, {
    existing: await manager.find(SubmissionOrganisation, {
      where: { submissionId: In(saved.map(({ id }) => id)) },
    }),
    wanted: saved.flatMap(({ record, id }) =>
      (record.organisations ?? []).map((slug, position) => ({
        submissionId: id,
        organisationId: organisations.id(slug, `submissions.${record.slug}.organisations`),
        position,
      })),
    ),
    key: (link) => `${link.submissionId} ${link.organisationId}`,
    removeOthers: true,
  });
}

async function saveVariants(
  manager: EntityManager,
  saved: Saved[],
  submissions: SlugIndex,
): Promise<Changes> {
  return reconcile(manager, Variant, {
    existing: await manager.find(Variant, { where: { submissionId: In(saved.map(({ id }) => id)) } }),
    wanted: saved.flatMap(({ record, id, sourceId }) =>
      (record.variantOf ?? []).map((variant) => ({
        submissionId: id,
        baseId: submissions.id(variant.submission, `submissions.${record.slug}.variantOf`),
        onlyDifference: variant.onlyDifference,
        differences: variant.differences ?? [],
        term: variant.term ?? null,
        sourceId,
        sourceLine: variant.line ?? null,
      })),
    ),
    key: (variant) => `${variant.submissionId} ${variant.baseId}`,
    removeOthers: true,
  });
}

async function saveLikelyDescriptions(
  manager: EntityManager,
  saved: Saved[],
  submissions: SlugIndex,
): Promise<Changes> {
  return reconcile(manager, LikelyDescription, {
    existing: await manager.find(LikelyDescription, {
      where: { submissionId: In(saved.map(({ id }) => id)) },
    }),
    wanted: saved.flatMap(({ record, id }) =>
      (record.likelyDescriptions ?? []).map(({ submission, reason }) => ({
        submissionId: id,
        descriptionId: submissions.id(submission, `submissions.${record.slug}.likelyDescriptions`),
        reason,
      })),
    ),
    key: (likely) => `${likely.submissionId} ${likely.descriptionId}`,
    removeOthers: true,
  });
}
