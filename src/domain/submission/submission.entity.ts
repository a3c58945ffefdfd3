import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { DateScalar } from "../../common/date-scalar";
import { Imported } from "../import/imported";
import { Node } from "../node/node.type";
import { Evidence, Sourced } from "../source/evidence";

export enum TrainingScale {
  LARGE = "LARGE",
  SMALL = "SMALL",
}

registerEnumType(TrainingScale, {
  name: "TrainingScale",
  description:
    "Size class of the training set as the leaderboard's source prints it. What the classes mean in numbers is for the source to say; see `meta.notInSources`.",
  valuesConfig: {
    LARGE: { description: "The source puts the submission into its class of large training sets." },
    SMALL: { description: "The source puts the submission into its class of small training sets." },
  },
});

export enum Reporter {
  AUTHOR = "AUTHOR",
}

registerEnumType(Reporter, {
  name: "Reporter",
  description: "Who reported the scores of a submission, where the source says so.",
  valuesConfig: { AUTHOR: { description: "The submission's own authors, not the benchmark's organisers." } },
});

@Entity()
@ObjectType({
  implements: [Node, Sourced, Imported],
  description:
    "One entry of a benchmark, with or without scores, with or without a description of the method.",
})
export class Submission extends Evidence {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Field({ description: "Short name for addresses: lower-case letters, digits and hyphens. Unique, stable." })
  @Column({ type: "text" })
  slug: string;

  @Field(() => String, {
    nullable: true,
    description: "Name as published; null where the source lost it (`label` then says which one it is).",
  })
  @Column({ type: "text", nullable: true })
  name: string | null;

  @Column({ type: "text", nullable: true })
  nameKey: string | null;

  @Field({ description: "Its name, or what to call it where the source lost the name. Never empty." })
  @Column({ type: "text" })
  label: string;

  @Column({ type: "integer" })
  benchmarkId: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of submission as published; null where the source does not say.",
  })
  @Column({ type: "date", nullable: true })
  submittedOn: string | null;

  @Field(() => TrainingScale, {
    nullable: true,
    description: "Size class of the training set as published; null where the source does not say.",
  })
  @Column({ type: "text", nullable: true })
  trainingScale: TrainingScale | null;

  @Field({
    description:
      "Whether the source describes the method under exactly this submission's name. If not, nothing is known of the method: unknown, which is not no.",
  })
  @Column({ type: "boolean" })
  described: boolean;

  @Field(() => String, {
    nullable: true,
    description: "What the description says, summed up by the curators; null without a description.",
  })
  @Column({ type: "text", nullable: true })
  summary: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many networks are combined, 1 for a single model; null where the text gives no number.",
  })
  @Column({ type: "integer", nullable: true })
  ensembleSize: number | null;

  @Field(() => Reporter, {
    nullable: true,
    description: "Who reported the scores, where the source says so; else null.",
  })
  @Column({ type: "text", nullable: true })
  reportedBy: Reporter | null;

  @Column({ type: "integer", nullable: true })
  descriptionLine: number | null;
}
