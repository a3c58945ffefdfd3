import { Field, Float, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { Imported } from "../import/imported";
import { Node } from "../node/node.type";
import { Evidence, Sourced } from "../source/evidence";

@Entity()
@ObjectType({
  implements: [Node, Sourced, Imported],
  description: "One number of one submission on one split, with the text it was published as.",
})
export class Score extends Evidence {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column({ type: "integer" })
  submissionId: number;

  @Column({ type: "integer" })
  splitId: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "The number, in the metric's unit. Comparisons and ranks are decided on the exact decimal, not on this floating-point copy. Null where the source lists the submission without a number.",
  })
  @Column({ type: "numeric", nullable: true })
  value: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The number as published, without its unit: `70.0` stays `70.0`. Null where the source has none.",
  })
  @Column({ type: "text", nullable: true })
  reported: string | null;

  @Field(() => Float, {
    nullable: true,
    description: "Published uncertainty (±) in the metric's unit; null where none was published.",
  })
  @Column({ type: "numeric", nullable: true })
  uncertainty: string | null;
}
