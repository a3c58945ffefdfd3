import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import type { RequestContext } from "../../db/request-context";
import { Comparison } from "../comparison/comparison.types";
import { RankingConnection } from "../ranking/ranking.types";
import { StatisticsConnection } from "../statistics/statistics.types";
import { SubmissionConnection } from "../submission/submission.connection";
import { ComparisonTableArgs, comparisonListing } from "./comparison-table";
import { RankingTableArgs, rankingListing } from "./ranking-table";
import { StatisticsTableArgs, statisticsListing } from "./statistics-table";
import { SubmissionTableArgs, submissionListing } from "./submission-table";
import { WrittenTable } from "./table.types";
import { pageTable, writtenTable } from "./written-table";

/** A row brings a submission with what it used and scored; the whole list may be counted. */
const ROWS_OF_SUBMISSIONS = { once: 5, each: 10, items: "page" } as const;

const PAGE = "The items of this page as a table in a format of choice.";

@Resolver(() => RankingConnection)
class RankingTableResolver {
  @Cost(ROWS_OF_SUBMISSIONS)
  @FieldResolver(() => WrittenTable, { description: PAGE })
  async table(
    @Ctx() context: RequestContext,
    @Root() connection: RankingConnection,
    @Args(() => RankingTableArgs) args: RankingTableArgs,
  ): Promise<WrittenTable> {
    const listing = await rankingListing(context, connection, args);
    return pageTable(context, listing, connection, (entry) => entry, args);
  }
}

@Resolver(() => StatisticsConnection)
class StatisticsTableResolver {
  @Cost({ once: 5, each: 3, items: "page" })
  @FieldResolver(() => WrittenTable, { description: PAGE })
  async table(
    @Ctx() context: RequestContext,
    @Root() connection: StatisticsConnection,
    @Args(() => StatisticsTableArgs) args: StatisticsTableArgs,
  ): Promise<WrittenTable> {
    const { decimals } = args;
    const listing = await statisticsListing(context, connection, args);
    return pageTable(context, listing, connection, (group) => ({ group, decimals }), args);
  }
}

@Resolver(() => SubmissionConnection)
class SubmissionTableResolver {
  @Cost(ROWS_OF_SUBMISSIONS)
  @FieldResolver(() => WrittenTable, { description: PAGE })
  async table(
    @Ctx() context: RequestContext,
    @Root() connection: SubmissionConnection,
    @Args(() => SubmissionTableArgs) args: SubmissionTableArgs,
  ): Promise<WrittenTable> {
    const listing = await submissionListing(context, connection, args);
    return pageTable(context, listing, connection, (submission) => submission, args);
  }
}

@Resolver(() => Comparison)
class ComparisonTableResolver {
  @Cost({ each: 10 })
  @FieldResolver(() => WrittenTable, {
    description: "The comparison as a table in a format of choice, a row for each submission.",
  })
  async table(
    @Ctx() context: RequestContext,
    @Root() comparison: Comparison,
    @Args(() => ComparisonTableArgs) args: ComparisonTableArgs,
  ): Promise<WrittenTable> {
    const listing = await comparisonListing(context, comparison, args);
    const rows = comparison.submissionIds.map((_, i) => i);
    return writtenTable(context, listing, rows, args);
  }
}

/** Everything that can be had as a table. */
export const tableResolvers = [
  RankingTableResolver,
  StatisticsTableResolver,
  SubmissionTableResolver,
  ComparisonTableResolver,
];
