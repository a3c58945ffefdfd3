import { Field, Float, ObjectType } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import { type AssumedDirection, DirectionSaidBy, RankingDirection } from "../ranking/direction";

@ObjectType({ description: "What one of the compared submissions has on one split." })
export class ComparisonCell {
  submissionId: number;

  scoreId: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Its value, in the metric's unit; null where it has none.",
  })
  value: number | null;

  @Field(() => String, { nullable: true, description: "Its value as published; null where it has none." })
  reported: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Its place within the whole split (competition ranking); null where it has none, or where nobody says which values are better.",
  })
  overallRank: number | null;

  @Field({
    description:
      "Whether it equals the best value among those compared; false where nobody says which values are better.",
  })
  best: boolean;
}

@ObjectType({ description: "What the compared submissions have on one split." })
export class ComparisonResult {
  leaderboardId: number;

  splitId: number;

  @Cost({ items: 1 })
  @Field(() => [ComparisonCell], {
    description: "One cell for each submission, in the order in which they were given.",
  })
  cells: ComparisonCell[];

  @Field(() => Float, { description: "Largest minus smallest value among them, in the metric's unit." })
  spread: number;

  @Field(() => RankingDirection, {
    nullable: true,
    description: "Which of two values counted as the better one; null where nobody says it.",
  })
  direction: RankingDirection | null;

  @Field(() => DirectionSaidBy, {
    nullable: true,
    description: "Who says that those values are better; null where nobody does.",
  })
  directionSaidBy: DirectionSaidBy | null;
}

@ObjectType({ description: "Several submissions side by side." })
export class Comparison {
  submissionIds: number[];

  assumed: AssumedDirection;
}
