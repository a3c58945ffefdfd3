import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import type { Awaitable } from "../../common/loader";
import type { RequestContext } from "../../db/request-context";
import { Leaderboard } from "../leaderboard/leaderboard.entity";
import { loadRow } from "../node/row.loaders";
import { Score } from "../score/score.entity";
import { Submission } from "../submission/submission.entity";
import { stateOfTheArt } from "./state-of-the-art.loaders";
import { StateOfTheArtArgs, StateOfTheArtRecord } from "./state-of-the-art.types";

@Resolver(() => Leaderboard)
export class LeaderboardStateOfTheArtResolver {
  @Cost({ once: 20, items: 20 })
  @FieldResolver(() => [StateOfTheArtRecord], {
    description:
      "The records of one split in order of time. The best row of a day (of equals the first by name) sets one when it is strictly better than everything of earlier days. Undated rows cannot.",
  })
  async stateOfTheArt(
    @Ctx() context: RequestContext,
    @Root() leaderboard: Leaderboard,
    @Args(() => StateOfTheArtArgs) args: StateOfTheArtArgs,
  ): Promise<StateOfTheArtRecord[]> {
    const { records, used } = await stateOfTheArt(context, leaderboard, args);
    return records.map((record) => ({ ...record, ...used }));
  }
}

@Resolver(() => StateOfTheArtRecord)
export class StateOfTheArtRecordResolver {
  @FieldResolver(() => Submission, { description: "The submission that set the record." })
  submission(
    @Ctx() context: RequestContext,
    @Root() record: StateOfTheArtRecord,
  ): Awaitable<Submission | null> {
    return loadRow(context, "Submission", record.submissionId);
  }

  @FieldResolver(() => Score, { description: "The score that set the record." })
  score(@Ctx() context: RequestContext, @Root() record: StateOfTheArtRecord): Awaitable<Score | null> {
    return loadRow(context, "Score", record.scoreId);
  }
}
