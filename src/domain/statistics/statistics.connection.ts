import { batched } from "../../common/loader";
import type { Page } from "../../common/pagination/connection";
import { type PageRequest, pageRequest } from "../../common/pagination/page-args";
import { emptyPage } from "../../db/keyset";
import type { RequestContext } from "../../db/request-context";
import type { Grouping } from "../facet/grouping";
import type { Leaderboard } from "../leaderboard/leaderboard.entity";
import { keptOrComputed } from "../ranking/kept-or-computed";
import {
  isWhole,
  placeOf,
  type RankedSelection,
  selectionCondition,
  splitToRank,
} from "../ranking/ranking.connection";
import { assumedBy } from "../ranking/used-direction";
import {
  countKeptStatistics,
  countStatistics,
  findKeptStatisticsPages,
  findStatisticsPages,
} from "./statistics.queries";
import { type StatisticsArgs, StatisticsConnection, type StatisticsGroup } from "./statistics.types";

/** `kept`: whether the groups should be there already; they are looked for there first. */
type Grouped = RankedSelection & { groupBy: Grouping; kept: boolean };

const loadPage = batched<
  RequestContext,
  Grouped & { page: PageRequest },
  number,
  Page<StatisticsGroup> | null
>(
  async (context, { where, groupBy, kept, page, ...terms }, splitIds) => {
    const computed = async (ids: readonly number[]) => {
      const condition = await selectionCondition(context, where, ids);
      return findStatisticsPages(context.db, ids, condition, terms, groupBy, page);
    };
    return kept
      ? keptOrComputed(splitIds, (ids) => findKeptStatisticsPages(context.db, ids, groupBy, page), computed)
      : computed(splitIds);
  },
  () => null,
);

const loadCount = batched<RequestContext, Grouped, number, number>(
  async (context, { where, groupBy, kept, ...terms }, splitIds) => {
    const computed = async (ids: readonly number[]) => {
      const condition = await selectionCondition(context, where, ids);
      return countStatistics(context.db, ids, condition, terms, groupBy);
    };
    return kept
      ? keptOrComputed(splitIds, (ids) => countKeptStatistics(context.db, ids, groupBy), computed)
      : computed(splitIds);
  },
  () => 0,
);

/** The statistics of a leaderboard's split. Throws as a ranking does. */
export async function statisticsConnection(
  context: RequestContext,
  leaderboard: Leaderboard,
  args: StatisticsArgs,
): Promise<StatisticsConnection> {
  const page = pageRequest(args);
  const { split, used } = await splitToRank(context, leaderboard, args);
  const selection: RankedSelection = {
    where: args.where ?? null,
    asOf: args.asOf ?? null,
    assumed: assumedBy(used),
  };
  const kept = isWhole(selection) && split.keptGroupings.includes(args.groupBy);
  const grouped: Grouped = { ...selection, groupBy: args.groupBy, kept };
  return new StatisticsConnection({
    page: async () => (await loadPage(context, { ...grouped, page }, split.id)) ?? emptyPage(page),
    count: () => loadCount(context, grouped, split.id),
    groupBy: args.groupBy,
    selection,
    ...placeOf(split, used, selection),
  });
}
