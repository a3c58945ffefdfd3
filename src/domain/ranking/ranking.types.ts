import { ArgsType, Field, Float, ObjectType } from "type-graphql";
import { DateScalar } from "../../common/date-scalar";
import type { Awaitable } from "../../common/loader";
import { type ConnectionSource, connectionType } from "../../common/pagination/connection";
import { PageArgs } from "../../common/pagination/page-args";
import type { Facet } from "../facet/facet.type";
import type { Grouping } from "../facet/grouping";
import type { Score } from "../score/score.entity";
import type { Submission } from "../submission/submission.entity";
import { SubmissionWhere } from "../submission/submission.inputs";
import { DIRECTION_ARGUMENT, RankingDirection, type UsedDirection } from "./direction";
import type { RankedRow } from "./ranking.queries";
import { TieRule } from "./tie-rule";

@ObjectType({
  description:
    "A submission's place in a ranking. It has no id: its rank depends on what was asked. What has an id is the submission and the score in it.",
})
export class RankingEntry implements RankedRow {
  scoreId: number;

  submissionId: number;

  /** With no more than what is asked of it, where it came with the entry. */
  linkedSubmission?: Submission;

  /** The same of its score. */
  linkedScore?: Score;

  @Field(() => Float, {
    description:
      "Place within the selection, 1 for the best, by the ranking's tie rule. Not whole with FRACTIONAL ties.",
  })
  rank: number;

  @Field(() => Float, {
    description: "Place within the whole split (as of the day asked for), by the same tie rule.",
  })
  overallRank: number;

  @Field({ description: "Whether another row of the whole split has exactly the same value." })
  tied: boolean;

  @Field(() => Float, {
    description:
      "Distance to the leader of the whole split, in the metric's unit; 0 for the leader, never negative.",
  })
  behindLeader: number;
}

/** Which rows of which split are ranked, as they were when. */
@ArgsType()
export class SelectionArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: "Split: global id, slug or name. The leaderboard's default split when not given.",
  })
  split?: string | null;

  @Field(() => SubmissionWhere, { nullable: true, description: "Which submissions; all when not given." })
  where?: SubmissionWhere | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "As it stood at the end of this day: later rows and undated ones are not in it, and every rank and distance refers to what was there. Today's data when not given.",
  })
  asOf?: string | null;

  @Field(() => RankingDirection, { nullable: true, description: DIRECTION_ARGUMENT })
  direction?: RankingDirection | null;
}

@ArgsType()
export class RankingArgs extends SelectionArgs {
  @Field(() => TieRule, { defaultValue: TieRule.COMPETITION, description: "How equal values are ranked." })
  ties: TieRule;
}

/** Of which split rows are listed, as of which day and by which direction. */
export interface RankedPlace {
  splitId: number;
  asOf: string | null;
  used: UsedDirection;
  /** Whether a filter chose among the rows. */
  isFiltered: boolean;
}

/** Where a ranking comes from, and by which rule: a rank without its rule says nothing. */
export interface RankingSource extends ConnectionSource<RankingEntry>, RankedPlace {
  facets: (groupings: Grouping[]) => Awaitable<Facet[]>;
  ties: TieRule;
}

export const RankingConnection = connectionType<RankingEntry, RankingSource>(
  "RankingConnection",
  () => RankingEntry,
  "entries of a ranking, the best first; equal values by date of submission (undated last), then by name in code-point order",
);
export type RankingConnection = InstanceType<typeof RankingConnection>;
