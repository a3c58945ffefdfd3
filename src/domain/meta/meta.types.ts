import { Field, Float, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "How many things of each kind there are." })
export class Counts {
  @Field(() => Int, { description: "Benchmarks." })
  benchmarks: number;

  @Field(() => Int, { description: "Leaderboards." })
  leaderboards: number;

  @Field(() => Int, { description: "Submissions, with or without scores." })
  submissions: number;

  @Field(() => Int, { description: "Submissions whose method is described." })
  describedSubmissions: number;

  @Field(() => Int, { description: "Scores that have a value." })
  scores: number;

  @Field(() => Int, { description: "Organisations." })
  organisations: number;

  @Field(() => Int, { description: "Loss functions, families included." })
  lossFunctions: number;

  @Field(() => Int, { description: "Backbones, families included." })
  backbones: number;

  @Field(() => Int, { description: "Training datasets." })
  trainingDatasets: number;

  @Field(() => Int, { description: "Papers, cited or introducing." })
  papers: number;
}

@ObjectType({ description: "What the service and its data are." })
export class Meta {
  @Field({ description: "Version of the service." })
  serviceVersion: string;

  @Field({
    description:
      "Version of the data: the day (UTC) and the revision of their last change, such as `2026-11-24.7`. What one cites.",
  })
  dataVersion: string;

  @Field(() => Float, {
    description:
      "Revision of the data: a whole number that every committed change raises. Equal revisions give equal answers.",
  })
  revision: number;

  @Field(() => String, { description: "When the data last changed, as ISO 8601 date and time in UTC." })
  changedAt: string;
}
