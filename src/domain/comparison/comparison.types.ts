import { Field, Float, ObjectType } from "type-graphql";

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
    description: "Its place within the whole split (competition ranking); null where it has none.",
  })
  overallRank: number | null;

  @Field({ description: "Whether it equals the best value among those compared." })
  best: boolean;
}

@ObjectType({ description: "What the compared submissions have on one split." })
export class ComparisonResult {
  leaderboardId: number;

  splitId: number;

  @Field(() => [ComparisonCell], {
    description: "One cell for each submission, in the order in which they were given.",
  })
  cells: ComparisonCell[];

  @Field(() => Float, { description: "Largest minus smallest value among them, in the metric's unit." })
  spread: number;
}

@ObjectType({ description: "Several submissions side by side." })
export class Comparison {
  submissionIds: number[];
}
