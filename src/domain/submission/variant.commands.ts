import { type EntityManager, In } from "typeorm";
import { type Changes, reconcile } from "../../db/reconcile";
import type { SlugIndex } from "../catalogue/save";
import type { Claiming } from "../claim/claim.commands";
import { Variant } from "./variant.entity";

export interface VariantRecord {
  submission: string;
  onlyDifference: boolean;
  differences?: string[];
  term?: string;
  line?: number;
}

/** Makes each of the submissions a variant of exactly these bases. */
export async function saveVariants(
  manager: EntityManager,
  claiming: Claiming<VariantRecord[]>[],
  submissions: SlugIndex,
): Promise<Changes> {
  const ids = claiming.map(({ submissionId }) => submissionId);
  return reconcile(manager, Variant, {
    existing: await manager.find(Variant, { where: { submissionId: In(ids) } }),
    wanted: claiming.flatMap(({ submissionId, submission, sourceId, records }) =>
      records.map((variant) => ({
        submissionId,
        baseId: submissions.id(variant.submission, `submissions.${submission}.variantOf`),
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
