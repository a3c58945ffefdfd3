import { batched, groupBy, keyBy } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { readRows } from "../../db/row-set";
import type { Basis } from "./basis";
import type { Claim } from "./claim.entity";
import { claimsOf, testSetCleaningOf } from "./claim.queries";
import type { ClaimedKind } from "./claim-tables";
import type { TestSetCleaning } from "./test-set-cleaning.entity";

/** The claims of a submission on things of one kind, one for each thing, in the order of the source. */
export const loadClaims = batched<
  RequestContext,
  { kind: ClaimedKind; basis: Basis[] | null },
  number,
  Claim[]
>(
  async (context, { kind, basis }, ids) =>
    groupBy(await readRows(context.db, claimsOf(kind, basis, ids)), (claim) => claim.submissionId),
  () => [],
);

/** What is said of the cleaning of a submission's test set; null when nothing is. */
export const loadTestSetCleaning = batched<RequestContext, null, number, TestSetCleaning | null>(
  async (context, _, ids) =>
    keyBy(await readRows(context.db, testSetCleaningOf(ids)), (row) => row.submissionId),
  () => null,
);
