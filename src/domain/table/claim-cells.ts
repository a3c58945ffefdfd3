import type { Cell, ListItem } from "../../common/table";
import type { RequestContext } from "../../db/request-context";
import { Basis } from "../claim/basis";
import type { Claim } from "../claim/claim.entity";
import { loadClaims, loadTestSetCleaning } from "../claim/claim.loaders";
import type { ClaimedKind } from "../claim/claim-tables";
import { CleaningKind } from "../claim/test-set-cleaning.entity";
import { loadLinked } from "../node/row.loaders";
import type { Submission } from "../submission/submission.entity";
import { marksOf, UNNAMED } from "./marks";

/** Where a claim has the key of its thing. */
const KEYS = {
  LossFunction: "lossFunctionId",
  Backbone: "backboneId",
  TrainingDataset: "trainingDatasetId",
} as const satisfies Record<ClaimedKind, string>;

async function itemOf(context: RequestContext, kind: ClaimedKind, claim: Claim): Promise<ListItem | null> {
  const { basis, modified, term } = claim;
  const key = (claim as unknown as Record<string, number | null>)[KEYS[kind]];
  const thing = await loadLinked(context, kind, key);
  const marks = marksOf(basis, modified);
  if (thing) return { text: thing.name, marks };
  if (term === null) return null;
  // Of what is vague, that is said already.
  return { text: `“${term}”`, marks: basis === Basis.VAGUE ? marks : [...marks, UNNAMED] };
}

/** What a submission claims to use of a kind of things; where the source names none, its words. */
export function claimsCell(kind: ClaimedKind) {
  return async ({ id }: Submission, context: RequestContext, basis: readonly Basis[]): Promise<Cell> => {
    const claims = await loadClaims(context, { kind, basis: [...basis] }, id);
    const items = await Promise.all(claims.map((claim) => itemOf(context, kind, claim)));
    return { items: items.filter((item) => item !== null) };
  };
}

const CLEANING: Readonly<Record<CleaningKind, string | null>> = {
  [CleaningKind.NONE]: "not cleaned",
  [CleaningKind.OWN]: "own cleaning",
  [CleaningKind.PUBLISHED_LIST]: "published list",
  [CleaningKind.UNKNOWN]: null,
};

/** How a submission's test set was cleaned. */
export async function cleaningCell(
  { id }: Submission,
  context: RequestContext,
  basis: readonly Basis[],
): Promise<Cell> {
  const fact = await loadTestSetCleaning(context, null, id);
  const text = fact && basis.includes(fact.basis) ? CLEANING[fact.kind] : null;
  return fact && text !== null ? { items: [{ text, marks: marksOf(fact.basis) }] } : null;
}
