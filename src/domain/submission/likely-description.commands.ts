import { type EntityManager, In } from "typeorm";
import { type Changes, reconcile } from "../../db/reconcile";
import type { SlugIndex } from "../catalogue/save";
import type { Claiming } from "../claim/claim.commands";
import { LikelyDescription } from "./likely-description.entity";

export interface LikelyDescriptionRecord {
  submission: string;
  reason: string;
}

/** Gives each of the submissions exactly these likely descriptions. */
export async function saveLikelyDescriptions(
  manager: EntityManager,
  claiming: Claiming<LikelyDescriptionRecord[]>[],
  submissions: SlugIndex,
): Promise<Changes> {
  const ids = claiming.map(({ submissionId }) => submissionId);
  return reconcile(manager, LikelyDescription, {
    existing: await manager.find(LikelyDescription, { where: { submissionId: In(ids) } }),
    wanted: claiming.flatMap(({ submissionId, submission, records }) =>
      records.map((likely) => ({
        submissionId,
        descriptionId: submissions.id(likely.submission, `submissions.${submission}.likelyDescriptions`),
        reason: likely.reason,
      })),
    ),
    key: (likely) => `${likely.submissionId} ${likely.descriptionId}`,
    removeOthers: true,
  });
}
