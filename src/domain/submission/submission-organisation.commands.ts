import { type EntityManager, In } from "typeorm";
import { type Changes, reconcile } from "../../db/reconcile";
import { SlugIndex } from "../catalogue/save";
import type { Claiming } from "../claim/claim.commands";
import { Organisation } from "../organisation/organisation.entity";
import { SubmissionOrganisation } from "./submission-organisation.entity";

/** Gives each of the submissions exactly these organisations, by slug and in this order. */
export async function saveOrganisationLinks(
  manager: EntityManager,
  claiming: Claiming<string[]>[],
): Promise<Changes> {
  const organisations = await SlugIndex.of(manager, Organisation, "organisation");
  const ids = claiming.map(({ submissionId }) => submissionId);
  return reconcile(manager, SubmissionOrganisation, {
    existing: await manager.find(SubmissionOrganisation, { where: { submissionId: In(ids) } }),
    wanted: claiming.flatMap(({ submissionId, submission, records }) =>
      records.map((slug, position) => ({
        submissionId,
        organisationId: organisations.id(slug, `submissions.${submission}.organisations`),
        position,
      })),
    ),
    key: (link) => `${link.submissionId} ${link.organisationId}`,
    removeOthers: true,
  });
}
