import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../db/request-context";
import { Comparison } from "../comparison/comparison.types";
import { RankingConnection } from "../ranking/ranking.types";
import { StatisticsConnection } from "../statistics/statistics.types";
import { SubmissionConnection } from "../submission/submission.connection";
import { ComparisonTableArgs, comparisonTable } from "./comparison-table";
import { RankingTableArgs, rankingTable } from "./ranking-table";
import { StatisticsTableArgs, statisticsTable } from "./statistics-table";
import { SubmissionTableArgs, submissionTable } from "./submission-table";
import { WrittenTable } from "./table.types";

const PAGE = "The items of this page as a table in a format of choice.";

@Resolver(() => RankingConnection)
class RankingTableResolver {
  @FieldResolver(() => WrittenTable, { description: PAGE })
  table(
    @Ctx() context: RequestContext,
    @Root() connection: RankingConnection,
    @Args(() => RankingTableArgs) args: RankingTableArgs,
  ): Promise<WrittenTable> {
    return rankingTable(context, connection, args);
  }
}

@Resolver(() => StatisticsConnection)
class StatisticsTableResolver {
  @FieldResolver(() => WrittenTable, { description: PAGE })
  table(
    @Ctx() context: RequestContext,
    @Root() connection: StatisticsConnection,
    @Args(() => StatisticsTableArgs) args: StatisticsTableArgs,
  ): Promise<WrittenTable> {
    return statisticsTable(context, connection, args);
  }
}

@Resolver(() => SubmissionConnection)
class SubmissionTableResolver {
  @FieldResolver(() => WrittenTable, { description: PAGE })
  table(
    @Ctx() context: RequestContext,
    @Root() connection: SubmissionConnection,
    @Args(() => SubmissionTableArgs) args: SubmissionTableArgs,
  ): Promise<WrittenTable> {
    return submissionTable(context, connection, args);
  }
}

@Resolver(() => Comparison)
class ComparisonTableResolver {
  @FieldResolver(() => WrittenTable, {
    description: "The comparison as a table in a format of choice, a row for each submission.",
  })
  table(
    @Ctx() context: RequestContext,
    @Root() comparison: Comparison,
    @Args(() => ComparisonTableArgs) args: ComparisonTableArgs,
  ): Promise<WrittenTable> {
    return comparisonTable(context, comparison, args);
  }
}

/** Everything that can be had as a table. */
export const tableResolvers = [
  RankingTableResolver,
  StatisticsTableResolver,
  SubmissionTableResolver,
  ComparisonTableResolver,
];
