import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Awaitable } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { aliasResolver } from "../alias/alias.resolver";
import { Benchmark } from "../benchmark/benchmark.entity";
import { rootsResolver } from "../catalogue/roots.resolver";
import { loadRow } from "../node/row.loaders";
import { SubmissionConnection, submissionConnection } from "../submission/submission.connection";
import { SubmissionsArgs } from "../submission/submission.inputs";
import { LeaderboardConnection, leaderboardConnection } from "./leaderboard.connection";
import { Leaderboard } from "./leaderboard.entity";
import { LeaderboardsArgs } from "./leaderboard.inputs";
import { Metric } from "./metric.entity";
import { Split } from "./split.entity";
import { loadSplits, resolveSplit } from "./split.loaders";

@Resolver(() => Leaderboard)
class LeaderboardResolver {
  @FieldResolver(() => Benchmark, { description: "The benchmark that it belongs to." })
  benchmark(@Ctx() context: RequestContext, @Root() leaderboard: Leaderboard): Awaitable<Benchmark | null> {
    return loadRow(context, "Benchmark", leaderboard.benchmarkId);
  }

  @FieldResolver(() => Metric, { description: "What is counted, in which unit and direction." })
  metric(@Ctx() context: RequestContext, @Root() leaderboard: Leaderboard): Awaitable<Metric | null> {
    return loadRow(context, "Metric", leaderboard.metricId);
  }

  @FieldResolver(() => [Split], { description: "Its splits, in the order of the source." })
  splits(@Ctx() context: RequestContext, @Root() leaderboard: Leaderboard): Awaitable<Split[]> {
    return loadSplits(context, leaderboard.id);
  }

  @FieldResolver(() => Split, { description: "The split that is meant where none is named." })
  defaultSplit(@Ctx() context: RequestContext, @Root() leaderboard: Leaderboard): Promise<Split> {
    return resolveSplit(context, leaderboard.id, null, "split");
  }

  @FieldResolver(() => SubmissionConnection, {
    description:
      "Submissions that the source lists on the leaderboard without a value on the split. They have no rank, and are not lost.",
  })
  async unranked(
    @Ctx() context: RequestContext,
    @Root() leaderboard: Leaderboard,
    @Arg("split", () => String, {
      nullable: true,
      description: "Split: global id, slug or name. The leaderboard's default split when not given.",
    })
    ref: string | null,
    @Args(() => SubmissionsArgs) args: SubmissionsArgs,
  ): Promise<SubmissionConnection> {
    const split = await resolveSplit(context, leaderboard.id, ref, "split");
    return submissionConnection(context, args, { of: "SplitWithoutValue" }, split.id);
  }
}

@Resolver(() => Split)
class SplitResolver {
  @FieldResolver(() => Leaderboard, { description: "The leaderboard that it belongs to." })
  leaderboard(@Ctx() context: RequestContext, @Root() split: Split): Awaitable<Leaderboard | null> {
    return loadRow(context, "Leaderboard", split.leaderboardId);
  }
}

/** Everything that can be asked of leaderboards, but for what is computed from their scores. */
export const leaderboardResolvers = [
  rootsResolver({
    kind: "Leaderboard",
    one: "leaderboard",
    many: "leaderboards",
    args: LeaderboardsArgs,
    connection: LeaderboardConnection,
    list: leaderboardConnection,
  }),
  aliasResolver("Leaderboard"),
  LeaderboardResolver,
  SplitResolver,
];
