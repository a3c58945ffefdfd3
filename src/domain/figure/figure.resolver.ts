import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import type { RequestContext } from "../../db/request-context";
import { Leaderboard } from "../leaderboard/leaderboard.entity";
import { RankChangeConnection } from "../ranking/rank-change.types";
import { RankingConnection } from "../ranking/ranking.types";
import { stateOfTheArt } from "../state-of-the-art/state-of-the-art.loaders";
import { StateOfTheArtArgs } from "../state-of-the-art/state-of-the-art.types";
import { StatisticsConnection } from "../statistics/statistics.types";
import { changeFigure } from "./change-figure";
import { FigureArgs, RankChangeFigure, WrittenFigure } from "./figure.types";
import { groupFigure, MOST_GROUPS } from "./group-figure";
import { MOST_BARS, rankingFigure } from "./ranking-figure";
import { recordFigure } from "./record-figure";
import { checkFigureArgs, writtenFigure } from "./written-figure";

/** Most of it is the drawing: one query can have no more figures drawn than may be in hand. */
const DRAWN = { once: 400, each: 2, items: "page" } as const;

@Resolver(() => RankingConnection)
class RankingFigureResolver {
  @Cost(DRAWN)
  @FieldResolver(() => WrittenFigure, {
    description: `The entries of this page as bars from 0 on, the best at the top; at most ${MOST_BARS}, more are an error (BAD_USER_INPUT).`,
  })
  async figure(
    @Ctx() context: RequestContext,
    @Root() connection: RankingConnection,
    @Args(() => FigureArgs) args: FigureArgs,
  ): Promise<WrittenFigure> {
    checkFigureArgs(args);
    return writtenFigure(await rankingFigure(context, connection), args);
  }
}

@Resolver(() => StatisticsConnection)
class StatisticsFigureResolver {
  @Cost({ ...DRAWN, once: 450 })
  @FieldResolver(() => WrittenFigure, {
    description: `The groups of this page with the spread of their values: each value a point, a box for the middle half, the median. What is not known is a group of its own. At most ${MOST_GROUPS} groups, more are an error (BAD_USER_INPUT); more than 2,000 values are not drawn one by one, which a note says.`,
  })
  async figure(
    @Ctx() context: RequestContext,
    @Root() connection: StatisticsConnection,
    @Args(() => FigureArgs) args: FigureArgs,
  ): Promise<WrittenFigure> {
    checkFigureArgs(args);
    return writtenFigure(await groupFigure(context, connection), args);
  }
}

@Resolver(() => RankChangeConnection)
class RankChangeFigureResolver {
  @Cost(DRAWN)
  @FieldResolver(() => WrittenFigure, {
    description:
      "The changes of this page as a figure, of those submissions that have a value on both sides; a note says how many have not.",
  })
  async figure(
    @Ctx() context: RequestContext,
    @Root() connection: RankChangeConnection,
    @Arg("kind", () => RankChangeFigure, {
      defaultValue: RankChangeFigure.SLOPES,
      description: "How they are drawn.",
    })
    kind: RankChangeFigure,
    @Args(() => FigureArgs) args: FigureArgs,
  ): Promise<WrittenFigure> {
    checkFigureArgs(args);
    return writtenFigure(await changeFigure(context, connection, kind), args);
  }
}

@Resolver(() => Leaderboard)
class StateOfTheArtFigureResolver {
  @Cost({ once: 500, items: 1 })
  @FieldResolver(() => WrittenFigure, {
    description:
      "`stateOfTheArt` as a figure: the best value over time as a line of steps, all other dated submissions as points behind it, and a key to the records. Of more than 2,000 others the best of each day is drawn, or of each month, which a note says; of more than 20 records only the last ones are named.",
  })
  async stateOfTheArtFigure(
    @Ctx() context: RequestContext,
    @Root() leaderboard: Leaderboard,
    @Args(() => StateOfTheArtArgs) selection: StateOfTheArtArgs,
    @Args(() => FigureArgs) args: FigureArgs,
  ): Promise<WrittenFigure> {
    checkFigureArgs(args);
    return writtenFigure(
      await recordFigure(context, await stateOfTheArt(context, leaderboard, selection)),
      args,
    );
  }
}

/** All figures that answers can be had as. */
export const figureResolvers = [
  RankingFigureResolver,
  StatisticsFigureResolver,
  RankChangeFigureResolver,
  StateOfTheArtFigureResolver,
];
