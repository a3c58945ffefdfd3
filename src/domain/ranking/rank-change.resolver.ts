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
import { countRankChanges, findRankChangePages } from "./rank-change.queries";
import { RankChange, RankChangeConnection, RankChangesArgs } from "./rank-change.types";
import { splitToRank } from "./ranking.connection";
import type { TieRule } from "./tie-rule";

interface Selection {
  otherSplitId: number;
  ties: TieRule;
  where: SubmissionWhere | null;
}

const loadPage = batched<RequestContext, Selection & { page: PageRequest }, number, Page<RankChange> | null>(
  async (context, { where, page, ...selection }, splitIds) => {
    const condition = await submissionCondition(context, where, null);
    return findRankChangePages(context.db, splitIds, { ...selection, condition }, page);
  },
  () => null,
);

const loadCount = batched<RequestContext, Selection, number, number>(
  async (context, { where, ...selection }, splitIds) => {
    const condition = await submissionCondition(context, where, null);
    return countRankChanges(context.db, splitIds, { ...selection, condition });
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
    const otherBoard =
      args.otherLeaderboard == null
        ? leaderboard
        : await loadRow(
            context,
            "Leaderboard",
            await resolveReference(context, "Leaderboard", args.otherLeaderboard, "otherLeaderboard"),
          );
    const other = await splitToRank(context, otherBoard ?? leaderboard, args.otherSplit, "otherSplit");
    const selection: Selection = { otherSplitId: other.id, ties: args.ties, where: args.where ?? null };
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
