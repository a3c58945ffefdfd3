import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import type { Awaitable } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { Leaderboard } from "../leaderboard/leaderboard.entity";
import { loadRow } from "../node/row.loaders";
import { Score } from "../score/score.entity";
import { statisticsConnection } from "./statistics.connection";
import { StatisticsArgs, StatisticsConnection, StatisticsGroup } from "./statistics.types";

@Resolver(() => Leaderboard)
export class LeaderboardStatisticsResolver {
  @Cost({ once: 30 })
  @FieldResolver(() => StatisticsConnection, {
    description:
      "Count, mean, median, spread, smallest, largest and best value of the rows of one split, by group. A submission with two of a kind, such as two losses, is in two groups.",
  })
  statistics(
    @Ctx() context: RequestContext,
    @Root() leaderboard: Leaderboard,
    @Args(() => StatisticsArgs) args: StatisticsArgs,
  ): Promise<StatisticsConnection> {
    return statisticsConnection(context, leaderboard, args);
  }
}

@Resolver(() => StatisticsGroup)
export class StatisticsGroupResolver {
  @FieldResolver(() => Score, {
    description:
      "The group's best score in the metric's direction; of equals the first by date (undated last), then by name.",
  })
  best(@Ctx() context: RequestContext, @Root() group: StatisticsGroup): Awaitable<Score | null> {
    return loadRow(context, "Score", group.bestScoreId);
  }
}
