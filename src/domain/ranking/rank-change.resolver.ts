import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { batched } from "../../common/loader";
import type { Page } from "../../common/pagination/connection";
import { type PageRequest, pageRequest } from "../../common/pagination/page-args";
import { emptyPage } from "../../db/keyset";
import type { RequestContext } from "../../db/request-context";
import { resolveReference } from "../catalogue/reference.loaders";
import { Leaderboard } from "../leaderboard/leaderboard.entity";
import { loadLinked, loadRow } from "../node/row.loaders";
import { Score } from "../score/score.entity";
import { Submission } from "../submission/submission.entity";
import type { SubmissionWhere } from "../submission/submission.inputs";
import { submissionCondition } from "../submission/submission-filter.queries";
import { countRankChanges, findRankChangePages, type SplitPair } from "./rank-change.queries";
import { RankChange, RankChangeConnection, RankChangesArgs } from "./rank-change.types";
import { splitToRank } from "./ranking.connection";
import type { TieRule } from "./tie-rule";

/** What is asked for, the same for all leaderboards that are asked at once: each decides which splits are meant. */
interface Selection {
  otherLeaderboard: string | null;
  otherSplit: string | null;
  ties: TieRule;
  where: SubmissionWhere | null;
}

/** The split that a leaderboard is compared with. Throws as `splitToRank`. */
async function otherSplit(context: RequestContext, own: Leaderboard, asked: Selection): Promise<number> {
  const { otherLeaderboard: ref } = asked;
  const id = ref === null ? own.id : await resolveReference(context, "Leaderboard", ref, "otherLeaderboard");
  const board = (await loadRow(context, "Leaderboard", id)) ?? own;
  return (await splitToRank(context, board, asked.otherSplit, "otherSplit")).id;
}

function pairsOf(
  context: RequestContext,
  asked: Selection,
  splitIds: readonly number[],
): Promise<SplitPair[]> {
  return Promise.all(
    splitIds.map(async (splitId) => {
      const split = await loadRow(context, "Split", splitId);
      const own = await loadLinked(context, "Leaderboard", split?.leaderboardId ?? null);
      return { splitId, otherSplitId: await otherSplit(context, own as Leaderboard, asked) };
    }),
  );
}

const loadPage = batched<RequestContext, Selection & { page: PageRequest }, number, Page<RankChange> | null>(
  async (context, { page, ...asked }, splitIds) => {
    const condition = await submissionCondition(context, asked.where, null);
    const pairs = await pairsOf(context, asked, splitIds);
    const list = JSON.stringify([asked.otherLeaderboard, asked.otherSplit, asked.ties]);
    return findRankChangePages(context.db, pairs, { ties: asked.ties, condition }, list, page);
  },
  () => null,
);

const loadCount = batched<RequestContext, Selection, number, number>(
  async (context, asked, splitIds) => {
    const condition = await submissionCondition(context, asked.where, null);
    const pairs = await pairsOf(context, asked, splitIds);
    return countRankChanges(context.db, pairs, { ties: asked.ties, condition });
  },
  () => 0,
);

@Resolver(() => Leaderboard)
export class LeaderboardRankChangesResolver {
  @FieldResolver(() => RankChangeConnection, {
    description:
      "How places and values change from one split to another one, of this leaderboard or of another.",
  })
  async rankChanges(
    @Ctx() context: RequestContext,
    @Root() leaderboard: Leaderboard,
    @Args(() => RankChangesArgs) args: RankChangesArgs,
  ): Promise<RankChangeConnection> {
    const page = pageRequest(args);
    const split = await splitToRank(context, leaderboard, args.split);
    const selection: Selection = {
      otherLeaderboard: args.otherLeaderboard ?? null,
      otherSplit: args.otherSplit ?? null,
      ties: args.ties,
      where: args.where ?? null,
    };
    await otherSplit(context, leaderboard, selection);
    return new RankChangeConnection({
      page: async () => (await loadPage(context, { ...selection, page }, split.id)) ?? emptyPage(page),
      count: () => loadCount(context, selection, split.id),
    });
  }
}

@Resolver(() => RankChange)
export class RankChangeResolver {
  @FieldResolver(() => Submission, { description: "The submission." })
  submission(@Ctx() context: RequestContext, @Root() change: RankChange): Promise<Submission | null> {
    return loadRow(context, "Submission", change.submissionId);
  }

  @FieldResolver(() => Score, { nullable: true, description: "Its score on the first split." })
  score(@Ctx() context: RequestContext, @Root() change: RankChange): Promise<Score | null> {
    return loadLinked(context, "Score", change.scoreId);
  }

  @FieldResolver(() => Score, { nullable: true, description: "Its score on the other split." })
  otherScore(@Ctx() context: RequestContext, @Root() change: RankChange): Promise<Score | null> {
    return loadLinked(context, "Score", change.otherScoreId);
  }
}
