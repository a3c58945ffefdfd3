import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { Imported } from "../import/imported";
import { Evidence, Sourced } from "../source/evidence";

@Entity()
@ObjectType({
  implements: [Sourced, Imported],
  description: "That a source describes one submission by how it differs from another one.",
})
export class Variant extends Evidence {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column({ type: "integer" })
  submissionId: number;

  @Column({ type: "integer" })
  baseId: number;

  @Column({ type: "integer" })
  position: number;

  @Field({
    description:
      "Whether the source calls the difference the only one. If so, the variant inherits every claim of its base that it does not make itself; if not, it inherits nothing.",
  })
  @Column({ type: "boolean" })
  onlyDifference: boolean;

  @Field(() => [String], { description: "The differences that the source names, in the curators' words." })
  @Column({ type: "text", array: true })
  differences: string[];

  @Field(() => String, {
    nullable: true,
    description: "The base's name as the variant's description writes it.",
  })
  @Column({ type: "text", nullable: true })
  term: string | null;
}
