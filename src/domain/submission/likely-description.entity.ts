import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { Imported, ImportedRow } from "../import/imported";

@Entity()
@ObjectType({
  implements: Imported,
  description:
    "A suggestion, not a fact: a description under another or a lost name that may belong to a submission. No claim follows from it.",
})
export class LikelyDescription extends ImportedRow {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column({ type: "integer" })
  submissionId: number;

  @Column({ type: "integer" })
  descriptionId: number;

  @Column({ type: "integer" })
  position: number;

  @Field({ description: "What speaks for the suggestion, and what against it." })
  @Column({ type: "text" })
  reason: string;
}
