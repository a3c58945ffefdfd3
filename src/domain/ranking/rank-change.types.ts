import { ArgsType, Field, Float, ObjectType } from "type-graphql";
import { type ConnectionSource, connectionType } from "../../common/pagination/connection";
import { PageArgs } from "../../common/pagination/page-args";
import { SubmissionWhere } from "../submission/submission.inputs";
import { DIRECTION_ARGUMENT, RankingDirection, type UsedDirection } from "./direction";
import type { RankChangeRow } from "./rank-change.queries";
import { TieRule } from "./tie-rule";

@ObjectType({ description: "How a submission's place and value change from one split to another one." })
export class RankChange implements RankChangeRow {
  submissionId: number;

  scoreId: number | null;

  otherScoreId: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Place within the whole first split; null without a value there.",
  })
  rank: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Place within the whole other split; null without a value there.",
  })
  otherRank: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Places gained on the other split: `rank` minus `otherRank`, negative for places lost; null unless on both.",
  })
  rankChange: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Value on the other split minus value on the first, in their unit; null unless both have a value and the same unit.",
  })
  difference: number | null;
}

@ArgsType()
export class RankChangesArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: "First split; this leaderboard's default split when not given.",
  })
  split?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Leaderboard to compare with: global id, slug, name or alias; this one itself when not given.",
  })
  otherLeaderboard?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Split to compare with; the other leaderboard's default split when not given.",
  })
  otherSplit?: string | null;

  @Field(() => TieRule, { defaultValue: TieRule.COMPETITION, description: "How equal values are ranked." })
  ties: TieRule;

  @Field(() => SubmissionWhere, {
    nullable: true,
    description:
      "Which submissions; all with a value on either split when not given. Ranks stay those within the whole splits.",
  })
  where?: SubmissionWhere | null;

  @Field(() => RankingDirection, { nullable: true, description: DIRECTION_ARGUMENT })
  direction?: RankingDirection | null;

  @Field(() => RankingDirection, {
    nullable: true,
    description:
      "The same for the metric of the other leaderboard; `direction` when not given and both have the same metric.",
  })
  otherDirection?: RankingDirection | null;
}

/** By which directions the two sides were ranked. */
export interface RankChangeSource extends ConnectionSource<RankChange> {
  splitId: number;
  used: UsedDirection;
  otherSplitId: number;
  otherUsed: UsedDirection;
  ties: TieRule;
  /** Whether a filter chose among the rows. */
  isFiltered: boolean;
}

export const RankChangeConnection = connectionType<RankChange, RankChangeSource>(
  "RankChangeConnection",
  () => RankChange,
  "rank changes, by rank on the first split, then by label",
);
export type RankChangeConnection = InstanceType<typeof RankChangeConnection>;
