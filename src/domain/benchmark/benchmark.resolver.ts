import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../db/request-context";
import { aliasResolver } from "../alias/alias.resolver";
import { rootsResolver } from "../catalogue/roots.resolver";
import { LeaderboardConnection, leaderboardConnection } from "../leaderboard/leaderboard.connection";
import { LeaderboardsArgs } from "../leaderboard/leaderboard.inputs";
import { SubmissionConnection, submissionConnection } from "../submission/submission.connection";
import { SubmissionsArgs } from "../submission/submission.inputs";
import { BenchmarkConnection, benchmarkConnection } from "./benchmark.connection";
import { Benchmark } from "./benchmark.entity";
import { BenchmarksArgs } from "./benchmark.inputs";

@Resolver(() => Benchmark)
class BenchmarkResolver {
  @FieldResolver(() => LeaderboardConnection, { description: "Its leaderboards." })
  leaderboards(
    @Ctx() context: RequestContext,
    @Root() benchmark: Benchmark,
    @Args(() => LeaderboardsArgs) args: LeaderboardsArgs,
  ): LeaderboardConnection {
    return leaderboardConnection(context, args, "benchmark", benchmark.id);
  }

  @FieldResolver(() => SubmissionConnection, {
    description: "Everything submitted to it, with or without scores.",
  })
  submissions(
    @Ctx() context: RequestContext,
    @Root() benchmark: Benchmark,
    @Args(() => SubmissionsArgs) args: SubmissionsArgs,
  ): SubmissionConnection {
    return submissionConnection(context, args, { of: "Benchmark" }, benchmark.id);
  }
}

/** Everything that can be asked of benchmarks. */
export const benchmarkResolvers = [
  rootsResolver({
    kind: "Benchmark",
    one: "benchmark",
    many: "benchmarks",
    args: BenchmarksArgs,
    connection: BenchmarkConnection,
    list: benchmarkConnection,
  }),
  aliasResolver("Benchmark"),
  BenchmarkResolver,
];
