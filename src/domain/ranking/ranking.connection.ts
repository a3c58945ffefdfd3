import { CallerError, ErrorCode } from "../../common/errors";
import { batched } from "../../common/loader";
import type { Page } from "../../common/pagination/connection";
import { type PageRequest, pageRequest } from "../../common/pagination/page-args";
import { countPerParent } from "../../db/count";
import { emptyPage } from "../../db/keyset";
import type { RequestContext } from "../../db/request-context";
import { countFacets } from "../facet/facet.queries";
import type { Facet } from "../facet/facet.type";
import type { Grouping } from "../facet/grouping";
import type { Leaderboard } from "../leaderboard/leaderboard.entity";
import { MetricDirection } from "../leaderboard/metric.entity";
import type { Split } from "../leaderboard/split.entity";
import { resolveSplit } from "../leaderboard/split.loaders";
import { loadRow } from "../node/row.loaders";
import type { SubmissionWhere } from "../submission/submission.inputs";
import { submissionCondition } from "../submission/submission-filter.queries";
import { findRankingPages, rankedSubmissions } from "./ranking.queries";
import { type RankingArgs, RankingConnection, type RankingEntry } from "./ranking.types";
import type { TieRule } from "./tie-rule";

/** Which rows of a split are meant. */
export interface Selection {
  where: SubmissionWhere | null;
  asOf: string | null;
}

/** Compiles the filter of a selection for the given splits. */
export async function selectionCondition(
  context: RequestContext,
  where: SubmissionWhere | null,
  splitIds: readonly number[],
) {
  const splits = await Promise.all(splitIds.map((id) => loadRow(context, "Split", id)));
  const leaderboardIds = new Set(splits.map((split) => (split as Split).leaderboardId));
  return submissionCondition(context, where, { leaderboardIds: [...leaderboardIds] });
}

const loadPage = batched<
  RequestContext,
  Selection & { ties: TieRule; page: PageRequest },
  number,
  Page<RankingEntry> | null
>(
  async (context, { where, page, ...rule }, splitIds) => {
    const condition = await selectionCondition(context, where, splitIds);
    return findRankingPages(context.db, splitIds, condition, rule, page);
  },
  () => null,
);

const loadCount = batched<RequestContext, Selection, number, number>(
  async (context, { where, asOf }, splitIds) => {
    const condition = await selectionCondition(context, where, splitIds);
    return countPerParent(context.db, splitIds, rankedSubmissions(condition, asOf));
  },
  () => 0,
);

const loadFacets = batched<RequestContext, Selection & { groupings: Grouping[] }, number, Facet[]>(
  async (context, { where, asOf, groupings }, splitIds) => {
    const condition = await selectionCondition(context, where, splitIds);
    return countFacets(context.db, splitIds, groupings, rankedSubmissions(condition, asOf));
  },
  () => [],
);

/**
 * The split that is to be ranked. Throws NOT_FOUND for a split that the leaderboard does not have, and
 * DIRECTION_UNKNOWN when no source says which values are better.
 */
export async function splitToRank(
  context: RequestContext,
  leaderboard: Leaderboard,
  ref: string | null | undefined,
  argument = "split",
): Promise<Split> {
  const [split, metric] = await Promise.all([
    resolveSplit(context, leaderboard.id, ref, argument),
    loadRow(context, "Metric", leaderboard.metricId),
  ]);
  if (metric?.direction === MetricDirection.UNKNOWN) {
    throw new CallerError(
      ErrorCode.DIRECTION_UNKNOWN,
      `No source says whether higher or lower values of "${metric.name}" are better, so "${leaderboard.slug}" has no ranking.`,
    );
  }
  return split;
}

/** The ranking of a leaderboard's split. Throws as `splitToRank`, and BAD_USER_INPUT for page arguments. */
export async function rankingConnection(
  context: RequestContext,
  leaderboard: Leaderboard,
  args: RankingArgs,
): Promise<RankingConnection> {
  const page = pageRequest(args);
  const split = await splitToRank(context, leaderboard, args.split);
  const selection: Selection = { where: args.where ?? null, asOf: args.asOf ?? null };
  return new RankingConnection({
    page: async () =>
      (await loadPage(context, { ...selection, ties: args.ties, page }, split.id)) ?? emptyPage(page),
    count: () => loadCount(context, selection, split.id),
    facets: (groupings) => loadFacets(context, { ...selection, groupings }, split.id),
    splitId: split.id,
    ties: args.ties,
    asOf: selection.asOf,
  });
}
