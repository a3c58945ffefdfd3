import { type EntityManager, In } from "typeorm";
import { type Changes, reconcile } from "../../db/reconcile";
import { SlugIndex } from "../catalogue/save";
import type { Claiming } from "../claim/claim.commands";
import { Citation } from "./citation.entity";
import { Paper } from "./paper.entity";

export interface CitationRecord {
  paper: string;
  line?: number;
}

/** Gives each of the submissions exactly these citations. */
export async function saveCitations(
  manager: EntityManager,
  claiming: Claiming<CitationRecord[]>[],
): Promise<Changes> {
  const papers = await SlugIndex.of(manager, Paper, "paper");
  const ids = claiming.map(({ submissionId }) => submissionId);
  return reconcile(manager, Citation, {
    existing: await manager.find(Citation, { where: { submissionId: In(ids) } }),
    wanted: claiming.flatMap(({ submissionId, submission, sourceId, records }) =>
      records.map(({ paper, line }, position) => ({
        submissionId,
        paperId: papers.id(paper, `submissions.${submission}.citations`),
        position,
        sourceId,
        sourceLine: line ?? null,
      })),
    ),
    key: (citation) => `${citation.submissionId} ${citation.paperId}`,
    removeOthers: true,
  });
}
