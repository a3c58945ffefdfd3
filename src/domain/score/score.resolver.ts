import { Arg, Ctx, FieldResolver, Float, Resolver, Root } from "type-graphql";
import { type Awaitable, andThen } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { Leaderboard } from "../leaderboard/leaderboard.entity";
import type { Metric } from "../leaderboard/metric.entity";
import { Split } from "../leaderboard/split.entity";
import { loadLinked, loadRow } from "../node/row.loaders";
import { DIRECTION_ARGUMENT, RankingDirection } from "../ranking/direction";
import { loadRank } from "../ranking/rank.loaders";
import type { RankedRow } from "../ranking/ranking.queries";
import { TieRule } from "../ranking/tie-rule";
import { assumedBy, directionToRank } from "../ranking/used-direction";
import { Submission } from "../submission/submission.entity";
import { Score } from "./score.entity";

const NO_RANK =
  "null without a value, or where neither a source nor `direction` says which values are better.";

async function rankOf(
  context: RequestContext,
  score: Score,
  direction: RankingDirection | undefined,
  ties = TieRule.COMPETITION,
): Promise<RankedRow | null> {
  const assumed = direction ? await assumedFor(context, score, direction) : null;
  return loadRank(context, { ties, assumed }, score.id);
}

/** Throws BAD_USER_INPUT for a direction that contradicts the source. */
async function assumedFor(context: RequestContext, score: Score, direction: RankingDirection) {
  const split = (await loadRow(context, "Split", score.splitId)) as Split;
  const leaderboard = (await loadRow(context, "Leaderboard", split.leaderboardId)) as Leaderboard;
  const metric = (await loadRow(context, "Metric", leaderboard.metricId)) as Metric;
  return assumedBy(directionToRank(metric, direction, "direction"));
}

@Resolver(() => Score)
export class ScoreResolver {
  @FieldResolver(() => Submission, { description: "The submission that scored." })
  submission(@Ctx() context: RequestContext, @Root() score: Score): Awaitable<Submission | null> {
    return loadRow(context, "Submission", score.submissionId);
  }

  @FieldResolver(() => Split, { description: "The split it was measured on." })
  split(@Ctx() context: RequestContext, @Root() score: Score): Awaitable<Split | null> {
    return loadRow(context, "Split", score.splitId);
  }

  @FieldResolver(() => Leaderboard, { description: "The leaderboard of the split." })
  leaderboard(@Ctx() context: RequestContext, @Root() score: Score): Awaitable<Leaderboard | null> {
    return andThen(loadRow(context, "Split", score.splitId), (split) =>
      loadLinked(context, "Leaderboard", split?.leaderboardId ?? null),
    );
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: `Place within the whole split, 1 for the best; equal values share the best place (competition ranking); ${NO_RANK}`,
  })
  async overallRank(
    @Ctx() context: RequestContext,
    @Root() score: Score,
    @Arg("direction", () => RankingDirection, { nullable: true, description: DIRECTION_ARGUMENT })
    direction: RankingDirection | undefined,
  ): Promise<number | null> {
    return (await rankOf(context, score, direction))?.overallRank ?? null;
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
    @Arg("direction", () => RankingDirection, { nullable: true, description: DIRECTION_ARGUMENT })
    direction: RankingDirection | undefined,
  ): Promise<number | null> {
    return (await rankOf(context, score, direction, ties))?.overallRank ?? null;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: `Whether another row of the split has exactly the same value; ${NO_RANK}`,
  })
  async tied(
    @Ctx() context: RequestContext,
    @Root() score: Score,
    @Arg("direction", () => RankingDirection, { nullable: true, description: DIRECTION_ARGUMENT })
    direction: RankingDirection | undefined,
  ): Promise<boolean | null> {
    return (await rankOf(context, score, direction))?.tied ?? null;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: `Distance to the leader of the split, in the metric's unit; 0 for the leader, never negative; ${NO_RANK}`,
  })
  async behindLeader(
    @Ctx() context: RequestContext,
    @Root() score: Score,
    @Arg("direction", () => RankingDirection, { nullable: true, description: DIRECTION_ARGUMENT })
    direction: RankingDirection | undefined,
  ): Promise<number | null> {
    return (await rankOf(context, score, direction))?.behindLeader ?? null;
  }
}
