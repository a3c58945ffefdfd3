import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import type { Awaitable } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { Leaderboard } from "../leaderboard/leaderboard.entity";
import { Split } from "../leaderboard/split.entity";
import { loadLinked, loadRow } from "../node/row.loaders";
import { RankingDirection } from "../ranking/direction";
import { Score } from "../score/score.entity";
import { Submission } from "../submission/submission.entity";
import { Comparison, ComparisonCell, ComparisonResult } from "./comparison.types";
import { comparisonOf, MOST_COMPARED } from "./comparison-of";
import { comparisonResults } from "./comparison-results";

@Resolver(() => Comparison)
class ComparisonResolver {
  @Cost({ each: 5, items: { argument: "refs", most: MOST_COMPARED } })
  @Query(() => Comparison, {
    nullable: true,
    description:
      "Puts submissions side by side: their values, ranks and differences on every split on which any has one.",
  })
  comparison(
    @Ctx() context: RequestContext,
    @Arg("refs", () => [String], {
      description: `Submissions, each as global id, slug, name or alias; 1 to ${MOST_COMPARED}.`,
    })
    refs: string[],
    @Arg("direction", () => RankingDirection, {
      nullable: true,
      description:
        "Which values are better on those leaderboards of which no source says it; the others are ranked as their sources say. Each result says which direction was used.",
    })
    direction: RankingDirection | undefined,
  ): Promise<Comparison> {
    return comparisonOf(context, refs, direction);
  }

  @Cost({ items: 1 })
  @FieldResolver(() => [Submission], {
    description: "The submissions, in the order in which they were given.",
  })
  async submissions(
    @Ctx() context: RequestContext,
    @Root() { submissionIds }: Comparison,
  ): Promise<(Submission | null)[]> {
    return Promise.all(submissionIds.map((id) => loadRow(context, "Submission", id)));
  }

  @Cost({ items: 10 })
  @FieldResolver(() => [ComparisonResult], {
    description:
      "One result for each split on which any of them has a value, in the order of leaderboards and splits.",
  })
  results(@Ctx() context: RequestContext, @Root() comparison: Comparison): Promise<ComparisonResult[]> {
    return comparisonResults(context, comparison);
  }
}

@Resolver(() => ComparisonResult)
class ComparisonResultResolver {
  @FieldResolver(() => Leaderboard, { description: "The leaderboard of the split." })
  leaderboard(
    @Ctx() context: RequestContext,
    @Root() result: ComparisonResult,
  ): Awaitable<Leaderboard | null> {
    return loadRow(context, "Leaderboard", result.leaderboardId);
  }

  @FieldResolver(() => Split, { description: "The split." })
  split(@Ctx() context: RequestContext, @Root() result: ComparisonResult): Awaitable<Split | null> {
    return loadRow(context, "Split", result.splitId);
  }
}

@Resolver(() => ComparisonCell)
class ComparisonCellResolver {
  @FieldResolver(() => Submission, { description: "The submission." })
  submission(@Ctx() context: RequestContext, @Root() cell: ComparisonCell): Awaitable<Submission | null> {
    return loadRow(context, "Submission", cell.submissionId);
  }

  @FieldResolver(() => Score, { nullable: true, description: "Its score; null where it has none." })
  score(@Ctx() context: RequestContext, @Root() cell: ComparisonCell): Awaitable<Score | null> {
    return loadLinked(context, "Score", cell.scoreId);
  }
}

/** Everything that can be asked of comparisons. */
export const comparisonResolvers = [ComparisonResolver, ComparisonResultResolver, ComparisonCellResolver];
