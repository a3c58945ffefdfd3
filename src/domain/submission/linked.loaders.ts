import { batched, groupBy } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { readRows } from "../../db/row-set";
import type { Organisation } from "../organisation/organisation.entity";
import type { Citation } from "../paper/citation.entity";
import { citationsOf } from "../paper/citation.queries";
import type { Score } from "../score/score.entity";
import { scoresOf } from "../score/score.queries";
import type { LikelyDescription } from "./likely-description.entity";
import { likelyDescriptionsOf, organisationsOf, type VariantSide, variantsOf } from "./linked.queries";
import type { Variant } from "./variant.entity";

/** The organisations of a submission, in the order of the source. */
export const loadOrganisations = batched<RequestContext, null, number, Organisation[]>(
  async (context, _, ids) =>
    groupBy(await readRows(context.db, organisationsOf(ids)), (row) => row.submissionId),
  () => [],
);

/** The scores of a submission that have a value, on some splits or on all, in the order of leaderboards and splits. */
export const loadScores = batched<RequestContext, readonly number[] | null, number, Score[]>(
  async (context, splitIds, ids) =>
    groupBy(await readRows(context.db, scoresOf(ids, splitIds)), (score) => score.submissionId),
  () => [],
);

/** What a submission cites, in the order of the source. */
export const loadCitations = batched<RequestContext, null, number, Citation[]>(
  async (context, _, ids) => groupBy(await readRows(context.db, citationsOf(ids)), (row) => row.submissionId),
  () => [],
);

/** What a submission is a variant of, or its variants. */
export const loadVariants = batched<RequestContext, VariantSide, number, Variant[]>(
  async (context, side, ids) =>
    groupBy(await readRows(context.db, variantsOf(side, ids)), (row) => row[side]),
  () => [],
);

/** The descriptions that may belong to a submission. */
export const loadLikelyDescriptions = batched<RequestContext, null, number, LikelyDescription[]>(
  async (context, _, ids) =>
    groupBy(await readRows(context.db, likelyDescriptionsOf(ids)), (row) => row.submissionId),
  () => [],
);
