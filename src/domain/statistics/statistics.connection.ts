import { batched } from "../../common/loader";
import type { Page } from "../../common/pagination/connection";
import { type PageRequest, pageRequest } from "../../common/pagination/page-args";
import { emptyPage } from "../../db/keyset";
import type { RequestContext } from "../../db/request-context";
import type { Grouping } from "../facet/grouping";
import type { Leaderboard } from "../leaderboard/leaderboard.entity";
import { type Selection, selectionCondition, splitToRank } from "../ranking/ranking.connection";
import { assumedBy } from "../ranking/used-direction";
import { countStatistics, findStatisticsPages } from "./statistics.queries";
import { type StatisticsArgs, StatisticsConnection, type StatisticsGroup } from "./statistics.types";

type Grouped = Selection & { groupBy: Grouping };

const loadPage = batched<
  RequestContext,
  Grouped & { page: PageRequest },
  number,
  Page<StatisticsGroup> | null
>(
  async (context, { where, groupBy, page, ...terms }, splitIds) => {
    const condition = await selectionCondition(context, where, splitIds);
    return findStatisticsPages(context.db, splitIds, condition, terms, groupBy, page);
  },
  () => null,
);

const loadCount = batched<RequestContext, Grouped, number, number>(
  async (context, { where, groupBy, ...terms }, splitIds) => {
    const condition = await selectionCondition(context, where, splitIds);
    return countStatistics(context.db, splitIds, condition, terms, groupBy);
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
  const grouped: Grouped = {
    where: args.where ?? null,
    asOf: args.asOf ?? null,
    assumed: assumedBy(used),
    groupBy: args.groupBy,
  };
  return new StatisticsConnection({
    page: async () => (await loadPage(context, { ...grouped, page }, split.id)) ?? emptyPage(page),
    count: () => loadCount(context, grouped, split.id),
    used,
  });
}
