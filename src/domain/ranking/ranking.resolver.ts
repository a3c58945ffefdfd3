import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import { DateScalar } from "../../common/date-scalar";
import type { Awaitable } from "../../common/loader";
import { selectionOfRows } from "../../common/pagination/connection";
import { Selection } from "../../common/selection";
import type { RequestContext } from "../../db/request-context";
import { Facet } from "../facet/facet.type";
import { EACH_GROUPING, Grouping } from "../facet/grouping";
import { Leaderboard } from "../leaderboard/leaderboard.entity";
import { Split } from "../leaderboard/split.entity";
import { loadRow } from "../node/row.loaders";
import { Score } from "../score/score.entity";
import { Submission } from "../submission/submission.entity";
import { rankingConnection } from "./ranking.connection";
import { RankingArgs, RankingConnection, RankingEntry } from "./ranking.types";
import { TieRule } from "./tie-rule";

@Resolver(() => Leaderboard)
export class LeaderboardRankingResolver {
  @Cost({ once: 20 })
  @FieldResolver(() => RankingConnection, {
    description:
      "The rows of one split that have a value, the best first, with their ranks. Rows without a value are not ranked; `unranked` lists them.",
  })
  ranking(
    @Ctx() context: RequestContext,
    @Root() leaderboard: Leaderboard,
    @Args(() => RankingArgs) args: RankingArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RankingConnection> {
    return rankingConnection(context, leaderboard, args, selectionOfRows(Selection.of(info)));
  }
}

@Resolver(() => RankingConnection)
export class RankingConnectionResolver {
  @FieldResolver(() => Split, { description: "The split that was ranked." })
  split(@Ctx() context: RequestContext, @Root() { source }: RankingConnection): Awaitable<Split | null> {
    return loadRow(context, "Split", source.splitId);
  }

  @FieldResolver(() => TieRule, { description: "The rule by which equal values were ranked." })
  ties(@Root() { source }: RankingConnection): TieRule {
    return source.ties;
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "The day as of which was ranked; null for today's data.",
  })
  asOf(@Root() { source }: RankingConnection): string | null {
    return source.asOf;
  }

  @Cost({ each: 20, items: EACH_GROUPING })
  @FieldResolver(() => [Facet], {
    description: "Counts of all selected rows, not only this page's, by each of the groupings.",
  })
  facets(
    @Root() { source }: RankingConnection,
    @Arg("groupBy", () => [Grouping], { description: "What to group by; one facet is given for each." })
    groupBy: Grouping[],
  ): Awaitable<Facet[]> {
    return source.facets(groupBy);
  }
}

@Resolver(() => RankingEntry)
export class RankingEntryResolver {
  @FieldResolver(() => Submission, { description: "The submission." })
  submission(@Ctx() context: RequestContext, @Root() entry: RankingEntry): Awaitable<Submission | null> {
    return entry.linkedSubmission ?? loadRow(context, "Submission", entry.submissionId);
  }

  @FieldResolver(() => Score, { description: "Its score on the ranked split." })
  score(@Ctx() context: RequestContext, @Root() entry: RankingEntry): Awaitable<Score | null> {
    return entry.linkedScore ?? loadRow(context, "Score", entry.scoreId);
  }
}
