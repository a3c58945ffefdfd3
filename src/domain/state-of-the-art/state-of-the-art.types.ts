import { ArgsType, Field, Float, Int, ObjectType } from "type-graphql";
import { DateScalar } from "../../common/date-scalar";
import {
  DIRECTION_ARGUMENT,
  DirectionSaidBy,
  RankingDirection,
  type UsedDirection,
} from "../ranking/direction";
import { SubmissionWhere } from "../submission/submission.inputs";
import type { RecordRow } from "./state-of-the-art.queries";

@ObjectType({ description: "Who held the best value of a split, from when to when." })
export class StateOfTheArtRecord implements RecordRow, UsedDirection {
  splitId: number;

  scoreId: number;

  submissionId: number;

  @Field(() => DateScalar, { description: "Day of the submission that set the record." })
  heldFrom: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day on which a strictly better value took the record; null for who holds it now.",
  })
  heldUntil: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Days from `heldFrom` to `heldUntil`; null for who holds it now.",
  })
  heldDays: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "By how much the record before was bettered, in the metric's unit; null for the first record.",
  })
  improvement: number | null;

  @Field(() => RankingDirection, { description: "Which of two values counted as the better one." })
  direction: RankingDirection;

  @Field(() => DirectionSaidBy, { description: "Who says that those values are better." })
  directionSaidBy: DirectionSaidBy;
}

/** Whose records on which split, as known when. */
@ArgsType()
export class StateOfTheArtArgs {
  @Field(() => String, {
    nullable: true,
    description: "Split: global id, slug or name. The leaderboard's default split when not given.",
  })
  split?: string | null;

  @Field(() => SubmissionWhere, {
    nullable: true,
    description: "Among which submissions the record is kept; all when not given.",
  })
  where?: SubmissionWhere | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "As it stood at the end of this day. Today's data when not given.",
  })
  asOf?: string | null;

  @Field(() => RankingDirection, { nullable: true, description: DIRECTION_ARGUMENT })
  direction?: RankingDirection | null;
}
