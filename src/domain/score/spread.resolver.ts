import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import { type Awaitable, batched, groupBy } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { Leaderboard } from "../leaderboard/leaderboard.entity";
import { loadRow } from "../node/row.loaders";
import { Submission } from "../submission/submission.entity";
import { findSpreads, type SpreadRow } from "./spread.queries";

@ObjectType({ description: "How far a submission's values on the splits of one leaderboard lie apart." })
class SplitSpread implements SpreadRow {
  submissionId: number;

  leaderboardId: number;

  @Field(() => Int, { description: "On how many splits it has a value." })
  splitCount: number;

  @Field(() => Float, { description: "Its smallest value, in the metric's unit." })
  min: number;

  @Field(() => Float, { description: "Its largest value, in the metric's unit." })
  max: number;

  @Field(() => Float, { description: "Largest minus smallest, in the metric's unit; 0 for a single value." })
  spread: number;
}

const loadSpreads = batched<RequestContext, null, number, SpreadRow[]>(
  async (context, _, ids) => groupBy(await findSpreads(context.db, ids), (row) => row.submissionId),
  () => [],
);

@Resolver(() => Submission)
export class SubmissionSpreadResolver {
  @Cost({ once: 5 })
  @FieldResolver(() => [SplitSpread], {
    description: "How far its values on the splits lie apart, for each leaderboard on which it has one.",
  })
  spreads(@Ctx() context: RequestContext, @Root() submission: Submission): Awaitable<SplitSpread[]> {
    return loadSpreads(context, null, submission.id);
  }
}

@Resolver(() => SplitSpread)
export class SplitSpreadResolver {
  @FieldResolver(() => Leaderboard, { description: "The leaderboard." })
  leaderboard(@Ctx() context: RequestContext, @Root() spread: SplitSpread): Awaitable<Leaderboard | null> {
    return loadRow(context, "Leaderboard", spread.leaderboardId);
  }
}
