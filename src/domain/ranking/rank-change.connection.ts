import { batched } from "../../common/loader";
import type { Page } from "../../common/pagination/connection";
import { type PageRequest, pageRequest } from "../../common/pagination/page-args";
import { emptyPage } from "../../db/keyset";
import type { RequestContext } from "../../db/request-context";
import { resolveReference } from "../catalogue/reference.loaders";
import type { Leaderboard } from "../leaderboard/leaderboard.entity";
import type { Metric } from "../leaderboard/metric.entity";
import { resolveSplit } from "../leaderboard/split.loaders";
import { loadLinked, loadRow } from "../node/row.loaders";
import type { SubmissionWhere } from "../submission/submission.inputs";
import { submissionCondition } from "../submission/submission-filter.queries";
import type { UsedDirection } from "./direction";
import {
  countRankChanges,
  findRankChangePages,
  type RankChangeSelection,
  type SplitPair,
} from "./rank-change.queries";
import { type RankChange, RankChangeConnection, type RankChangesArgs } from "./rank-change.types";
import { isFilter, splitToRank } from "./ranking.connection";
import { assumedBy, directionToRank } from "./used-direction";

/** What is asked for, the same for all leaderboards that are asked at once: each decides which splits are meant. */
interface Selection extends Omit<RankChangeSelection, "condition"> {
  otherLeaderboard: string | null;
  otherSplit: string | null;
  where: SubmissionWhere | null;
}

type Other = Pick<Selection, "otherLeaderboard" | "otherSplit">;

/** The leaderboard and the split that a leaderboard is compared with. Throws NOT_FOUND for what is not there. */
async function otherSide(context: RequestContext, own: Leaderboard, asked: Other) {
  const { otherLeaderboard: ref } = asked;
  const id = ref === null ? own.id : await resolveReference(context, "Leaderboard", ref, "otherLeaderboard");
  const board = (await loadRow(context, "Leaderboard", id)) ?? own;
  return { board, split: await resolveSplit(context, board.id, asked.otherSplit, "otherSplit") };
}

/** By which direction the other side is ranked. Throws as `directionToRank`. */
async function otherDirection(
  context: RequestContext,
  own: Leaderboard,
  other: Leaderboard,
  args: RankChangesArgs,
): Promise<UsedDirection> {
  const metric = (await loadRow(context, "Metric", other.metricId)) as Metric;
  const same = own.metricId === other.metricId;
  return directionToRank(metric, args.otherDirection ?? (same ? args.direction : null), "otherDirection");
}

function pairsOf(context: RequestContext, asked: Other, splitIds: readonly number[]): Promise<SplitPair[]> {
  return Promise.all(
    splitIds.map(async (splitId) => {
      const split = await loadRow(context, "Split", splitId);
      const own = await loadLinked(context, "Leaderboard", split?.leaderboardId ?? null);
      const other = await otherSide(context, own as Leaderboard, asked);
      return { splitId, otherSplitId: other.split.id };
    }),
  );
}

const loadPage = batched<RequestContext, Selection & { page: PageRequest }, number, Page<RankChange> | null>(
  async (context, { page, where, ...asked }, splitIds) => {
    const condition = await submissionCondition(context, where, null);
    const pairs = await pairsOf(context, asked, splitIds);
    return findRankChangePages(
      context.db,
      pairs,
      { ...asked, condition },
      JSON.stringify(Object.values(asked)),
      page,
    );
  },
  () => null,
);

const loadCount = batched<RequestContext, Selection, number, number>(
  async (context, { where, ...asked }, splitIds) => {
    const condition = await submissionCondition(context, where, null);
    const pairs = await pairsOf(context, asked, splitIds);
    return countRankChanges(context.db, pairs, { ...asked, condition });
  },
  () => 0,
);

/** How places and values change from one split to another one. Throws as a ranking of either does. */
export async function rankChangeConnection(
  context: RequestContext,
  leaderboard: Leaderboard,
  args: RankChangesArgs,
): Promise<RankChangeConnection> {
  const page = pageRequest(args);
  const { split, used } = await splitToRank(context, leaderboard, args);
  const asked: Other = {
    otherLeaderboard: args.otherLeaderboard ?? null,
    otherSplit: args.otherSplit ?? null,
  };
  const other = await otherSide(context, leaderboard, asked);
  const otherUsed = await otherDirection(context, leaderboard, other.board, args);
  const selection: Selection = {
    ...asked,
    ties: args.ties,
    where: args.where ?? null,
    assumed: assumedBy(used),
    otherAssumed: assumedBy(otherUsed),
  };
  return new RankChangeConnection({
    page: async () => (await loadPage(context, { ...selection, page }, split.id)) ?? emptyPage(page),
    count: () => loadCount(context, selection, split.id),
    splitId: split.id,
    used,
    otherSplitId: other.split.id,
    otherUsed,
    ties: args.ties,
    isFiltered: isFilter(args.where),
  });
}
