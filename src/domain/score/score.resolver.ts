import { Arg, Ctx, FieldResolver, Float, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../db/request-context";
import { Leaderboard } from "../leaderboard/leaderboard.entity";
import { Split } from "../leaderboard/split.entity";
import { loadLinked, loadRow } from "../node/row.loaders";
import { loadRank } from "../ranking/rank.loaders";
import { TieRule } from "../ranking/tie-rule";
import { Submission } from "../submission/submission.entity";
import { Score } from "./score.entity";

const NO_RANK = "null without a value, or where the metric's direction is not known.";

@Resolver(() => Score)
export class ScoreResolver {
  @FieldResolver(() => Submission, { description: "The submission that scored." })
  submission(@Ctx() context: RequestContext, @Root() score: Score): Promise<Submission | null> {
    return loadRow(context, "Submission", score.submissionId);
  }

  @FieldResolver(() => Split, { description: "The split it was measured on." })
  split(@Ctx() context: RequestContext, @Root() score: Score): Promise<Split | null> {
    return loadRow(context, "Split", score.splitId);
  }

  @FieldResolver(() => Leaderboard, { description: "The leaderboard of the split." })
  async leaderboard(@Ctx() context: RequestContext, @Root() score: Score): Promise<Leaderboard | null> {
    const split = await loadRow(context, "Split", score.splitId);
    return loadLinked(context, "Leaderboard", split?.leaderboardId ?? null);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: `Place within the whole split, 1 for the best; equal values share the best place (competition ranking); ${NO_RANK}`,
  })
  async overallRank(@Ctx() context: RequestContext, @Root() score: Score): Promise<number | null> {
    return (await loadRank(context, TieRule.COMPETITION, score.id))?.overallRank ?? null;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: `Place within the whole split by a tie rule of choice, 1 for the best; ${NO_RANK}`,
  })
  async rank(
    @Ctx() context: RequestContext,
    @Root() score: Score,
    @Arg("ties", () => TieRule, {
      defaultValue: TieRule.COMPETITION,
      description: "How equal values are ranked.",
    })
    ties: TieRule,
  ): Promise<number | null> {
    return (await loadRank(context, ties, score.id))?.overallRank ?? null;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: `Whether another row of the split has exactly the same value; ${NO_RANK}`,
  })
  async tied(@Ctx() context: RequestContext, @Root() score: Score): Promise<boolean | null> {
    return (await loadRank(context, TieRule.COMPETITION, score.id))?.tied ?? null;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: `Distance to the leader of the split, in the metric's unit; 0 for the leader, never negative; ${NO_RANK}`,
  })
  async behindLeader(@Ctx() context: RequestContext, @Root() score: Score): Promise<number | null> {
    return (await loadRank(context, TieRule.COMPETITION, score.id))?.behindLeader ?? null;
  }
}
