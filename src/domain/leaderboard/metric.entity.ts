import { Field, Float, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { Imported, ImportedRow } from "../import/imported";
import { Node } from "../node/node.type";

export enum MetricDirection {
  HIGHER_IS_BETTER = "HIGHER_IS_BETTER",
  LOWER_IS_BETTER = "LOWER_IS_BETTER",
  UNKNOWN = "UNKNOWN",
}

registerEnumType(MetricDirection, {
  name: "MetricDirection",
  description: "Which of two values of a metric is the better one.",
  valuesConfig: {
    HIGHER_IS_BETTER: { description: "The larger value is better, as with an accuracy." },
    LOWER_IS_BETTER: { description: "The smaller value is better, as with an error rate." },
    UNKNOWN: {
      description: "No source says it. Whoever wants a ranking says it: see its argument `direction`.",
    },
  },
});

@Entity()
@ObjectType({
  implements: [Node, Imported],
  description: "What is counted on a leaderboard, in which unit and direction.",
})
export class Metric extends ImportedRow {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Field({ description: "Short name for addresses: lower-case letters, digits and hyphens. Unique, stable." })
  @Column({ type: "text" })
  slug: string;

  @Field({ description: "Name of the metric." })
  @Column({ type: "text" })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: "Unit of every value of this metric, for example `%`; null for a bare number.",
  })
  @Column({ type: "text", nullable: true })
  unit: string | null;

  @Field(() => MetricDirection, { description: "Which of two values is the better one." })
  @Column({ type: "text" })
  direction: MetricDirection;

  @Field(() => Float, {
    nullable: true,
    description: "Smallest value that the metric can take, in its unit; null where it has no bound.",
  })
  @Column({ type: "numeric", nullable: true })
  minimum: string | null;

  @Field(() => Float, {
    nullable: true,
    description: "Largest value that the metric can take, in its unit; null where it has no bound.",
  })
  @Column({ type: "numeric", nullable: true })
  maximum: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What the number means, and what its source leaves open.",
  })
  @Column({ type: "text", nullable: true })
  description: string | null;
}
