import { type EntityManager, In } from "typeorm";
import { type Changes, reconcile } from "../../db/reconcile";
import { Kinds } from "../catalogue/kind";
import { SlugIndex } from "../catalogue/save";
import { rowTypes } from "../node/row-types";
import { Basis } from "./basis";
import type { Claim } from "./claim.entity";
import { type ClaimedKind, claimTables } from "./claim-tables";
import { type CleaningKind, TestSetCleaning } from "./test-set-cleaning.entity";

/** A claim as a source makes it; `thing` is missing where the source names none. */
export interface ClaimRecord {
  thing?: string;
  basis: Basis;
  modified?: boolean;
  term?: string;
  line?: number;
  identities?: number;
  images?: number;
  sizeTerm?: string;
}

export interface CleaningRecord {
  kind: Exclude<CleaningKind, CleaningKind.UNKNOWN>;
  term?: string;
  line?: number;
}

/** What one submission's description claims, with the document in which it stands. */
export interface Claiming<Record> {
  submissionId: number;
  submission: string;
  sourceId: number;
  records: Record;
}

/** The property by which a row points at a thing of each kind. */
export const ID_PROPERTY = {
  LossFunction: "lossFunctionId",
  Backbone: "backboneId",
  TrainingDataset: "trainingDatasetId",
} as const satisfies Record<ClaimedKind, string>;

/** The section of an import with the things of each kind, and the part of a submission that claims them. */
export const SECTION = {
  LossFunction: "lossFunctions",
  Backbone: "backbones",
  TrainingDataset: "trainingDatasets",
} as const satisfies Record<ClaimedKind, string>;

/** What makes two claims of a submission the same one. */
export function claimKey(kind: ClaimedKind, claim: Partial<Claim>): string {
  const thingId = (claim as Record<string, unknown>)[ID_PROPERTY[kind]] ?? null;
  return JSON.stringify([
    claim.submissionId,
    thingId,
    claim.basis,
    claim.modified,
    claim.term ?? null,
    claim.inheritedFromId ?? null,
  ]);
}

/** Gives each of the submissions exactly the stated claims on things of one kind; inherited ones are left alone. */
export async function saveClaims(
  manager: EntityManager,
  kind: ClaimedKind,
  claiming: Claiming<ClaimRecord[]>[],
): Promise<Changes> {
  const { entity } = claimTables[kind];
  const things = await SlugIndex.of(manager, rowTypes[kind].entity, Kinds[kind].label);
  const wanted = claiming.flatMap(({ submissionId, submission, sourceId, records }) =>
    records.map((record, position) => ({
      submissionId,
      [ID_PROPERTY[kind]]: things.optionalId(record.thing, `submissions.${submission}.${SECTION[kind]}`),
      basis: record.basis,
      modified: record.modified ?? false,
      term: record.term ?? null,
      inheritedFromId: null,
      position,
      sourceId,
      sourceLine: record.line ?? null,
      ...(kind === "TrainingDataset" && {
        identities: record.identities ?? null,
        images: record.images ?? null,
        sizeTerm: record.sizeTerm ?? null,
      }),
    })),
  );
  const ids = claiming.map(({ submissionId }) => submissionId);
  const existing: Claim[] = await manager.find<Claim>(entity, { where: { submissionId: In(ids) } });
  const stated = existing.filter((claim) => claim.inheritedFromId === null);
  const key = (claim: Partial<Claim>) => claimKey(kind, claim);
  return reconcile<Claim>(manager, entity, { existing: stated, wanted, key, removeOthers: true });
}

/** Gives each of the submissions exactly this stated cleaning of the test set, or none. */
export async function saveTestSetCleaning(
  manager: EntityManager,
  claiming: Claiming<CleaningRecord | undefined>[],
): Promise<Changes> {
  const wanted = claiming.flatMap(({ submissionId, sourceId, records }) =>
    records
      ? [
          {
            submissionId,
            kind: records.kind,
            basis: Basis.STATED,
            term: records.term ?? null,
            inheritedFromId: null,
            sourceId,
            sourceLine: records.line ?? null,
          },
        ]
      : [],
  );
  const stating = new Set(wanted.map((row) => row.submissionId));
  const ids = claiming.map(({ submissionId }) => submissionId);
  const found = await manager.find(TestSetCleaning, { where: { submissionId: In(ids) } });
  return reconcile(manager, TestSetCleaning, {
    existing: found.filter((row) => row.basis === Basis.STATED || stating.has(row.submissionId)),
    wanted,
    key: (row) => String(row.submissionId),
    removeOthers: true,
  });
}
