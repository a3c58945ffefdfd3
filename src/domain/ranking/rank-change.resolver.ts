import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import type { Awaitable } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { Leaderboard } from "../leaderboard/leaderboard.entity";
import { loadLinked, loadRow } from "../node/row.loaders";
import { Score } from "../score/score.entity";
import { Submission } from "../submission/submission.entity";
import { DirectionSaidBy, RankingDirection } from "./direction";
import { rankChangeConnection } from "./rank-change.connection";
import { RankChange, RankChangeConnection, RankChangesArgs } from "./rank-change.types";

@Resolver(() => Leaderboard)
export class LeaderboardRankChangesResolver {
  @Cost({ once: 50 })
  @FieldResolver(() => RankChangeConnection, {
    description:
      "How places and values change from one split to another one, of this leaderboard or of another.",
  })
  rankChanges(
    @Ctx() context: RequestContext,
    @Root() leaderboard: Leaderboard,
    @Args(() => RankChangesArgs) args: RankChangesArgs,
  ): Promise<RankChangeConnection> {
    return rankChangeConnection(context, leaderboard, args);
  }
}

@Resolver(() => RankChangeConnection)
export class OtherDirectionResolver {
  @FieldResolver(() => RankingDirection, {
    description: "Which of two values counted as the better one on the other split.",
  })
  otherDirection(@Root() { source }: RankChangeConnection): RankingDirection {
    return source.otherUsed.direction;
  }

  @FieldResolver(() => DirectionSaidBy, {
    description: "Who says that those values are better on the other split.",
  })
  otherDirectionSaidBy(@Root() { source }: RankChangeConnection): DirectionSaidBy {
    return source.otherUsed.directionSaidBy;
  }
}

@Resolver(() => RankChange)
export class RankChangeResolver {
  @FieldResolver(() => Submission, { description: "The submission." })
  submission(@Ctx() context: RequestContext, @Root() change: RankChange): Awaitable<Submission | null> {
    return loadRow(context, "Submission", change.submissionId);
  }

  @FieldResolver(() => Score, { nullable: true, description: "Its score on the first split." })
  score(@Ctx() context: RequestContext, @Root() change: RankChange): Awaitable<Score | null> {
    return loadLinked(context, "Score", change.scoreId);
  }

  @FieldResolver(() => Score, { nullable: true, description: "Its score on the other split." })
  otherScore(@Ctx() context: RequestContext, @Root() change: RankChange): Awaitable<Score | null> {
    return loadLinked(context, "Score", change.otherScoreId);
  }
}
