import { registerEnumType } from "type-graphql";
import type { Citable } from "../../common/citable";
import type { RequestContext } from "../../db/request-context";
import { COUNTING_BASES } from "../claim/basis";
import { loadClaims } from "../claim/claim.loaders";
import { CLAIM_KEYS, type ClaimedKind, claimTables } from "../claim/claim-tables";
import { loadLinked, loadRow } from "../node/row.loaders";
import { loadCitations } from "../submission/linked.loaders";
import { paperEntry } from "./paper-entry";

export enum PaperRole {
  CITED = "CITED",
  INTRODUCING = "INTRODUCING",
}

registerEnumType(PaperRole, {
  name: "PaperRole",
  description: "In which way a paper is behind a submission.",
  valuesConfig: {
    CITED: { description: "The submission's description refers to it. Cited is not used." },
    INTRODUCING: {
      description:
        "It introduced a loss function, a backbone or a training dataset that the submission states to use, or inherits.",
    },
  },
});

const KINDS = Object.keys(claimTables) as ClaimedKind[];

async function citedBy(context: RequestContext, submissionId: number): Promise<number[]> {
  const citations = await loadCitations(context, null, submissionId);
  return citations.map(({ paperId }) => paperId);
}

async function introducedWhatIsUsedBy(context: RequestContext, submissionId: number): Promise<number[]> {
  const papers = KINDS.map(async (kind) => {
    const claims = await loadClaims(context, { kind, basis: [...COUNTING_BASES] }, submissionId);
    const things = await Promise.all(
      claims.map((claim) => loadLinked(context, kind, Reflect.get(claim, CLAIM_KEYS[kind]))),
    );
    return things.map((thing) => thing?.introducedById ?? null);
  });
  return (await Promise.all(papers)).flat().filter((id) => id !== null);
}

const READERS: Readonly<Record<PaperRole, typeof citedBy>> = {
  [PaperRole.CITED]: citedBy,
  [PaperRole.INTRODUCING]: introducedWhatIsUsedBy,
};

/** The papers behind submissions in these ways, each once, in the order in which they come first. */
export async function papersBehind(
  context: RequestContext,
  submissionIds: readonly number[],
  roles: readonly PaperRole[],
): Promise<Citable[]> {
  const found = await Promise.all(
    submissionIds.flatMap((id) => roles.map((role) => READERS[role](context, id))),
  );
  const papers = await Promise.all([...new Set(found.flat())].map((id) => loadRow(context, "Paper", id)));
  return papers.filter((paper) => paper !== null).map(paperEntry);
}
