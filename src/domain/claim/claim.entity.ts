import { Field, Float, InterfaceType, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { Imported } from "../import/imported";
import { Evidence, Sourced } from "../source/evidence";
import { Basis } from "./basis";

@InterfaceType({
  implements: [Sourced, Imported],
  description: "That a submission used something, as far as a source supports it.",
  resolveType: () => undefined,
})
export abstract class Claim extends Evidence {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column({ type: "integer" })
  submissionId: number;

  @Field(() => Basis, { description: "How the source supports the claim." })
  @Column({ type: "text" })
  basis: Basis;

  @Field({ description: "Whether the source says that an own version of it was used." })
  @Column({ type: "boolean" })
  modified: boolean;

  @Field(() => String, {
    nullable: true,
    description: "The words of the source that the claim rests on, misspellings included.",
  })
  @Column({ type: "text", nullable: true })
  term: string | null;

  @Column({ type: "integer", nullable: true })
  inheritedFromId: number | null;

  @Column({ type: "integer" })
  position: number;
}

@Entity()
@ObjectType({ implements: Claim, description: "That a submission was trained with a loss function." })
export class LossFunctionClaim extends Claim {
  @Column({ type: "integer", nullable: true })
  lossFunctionId: number | null;
}

@Entity()
@ObjectType({ implements: Claim, description: "That a submission computes its features with a backbone." })
export class BackboneClaim extends Claim {
  @Column({ type: "integer", nullable: true })
  backboneId: number | null;
}

@Entity()
@ObjectType({
  implements: Claim,
  description: "That a submission was trained on a dataset, and on how much of it.",
})
export class TrainingDatasetClaim extends Claim {
  @Column({ type: "integer", nullable: true })
  trainingDatasetId: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "How many identities (different people) were trained on, as a count; null where not said.",
  })
  @Column({ type: "bigint", nullable: true })
  identities: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "How many images were trained on, as a count; null where not said.",
  })
  @Column({ type: "bigint", nullable: true })
  images: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The size as written where it is not an exact count, for example `more than 2 million`.",
  })
  @Column({ type: "text", nullable: true })
  sizeTerm: string | null;
}
