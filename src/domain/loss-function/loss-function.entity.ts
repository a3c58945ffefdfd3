import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { Imported, ImportedRow } from "../import/imported";
import { Node } from "../node/node.type";

@Entity()
@ObjectType({
  implements: [Node, Imported],
  description:
    "A function that training minimises, for example ArcFace. Loss functions form trees: ArcFace stands within Angular margin.",
})
export class LossFunction extends ImportedRow {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Field({ description: "Short name for addresses: lower-case letters, digits and hyphens. Unique, stable." })
  @Column({ type: "text" })
  slug: string;

  @Field({ description: "Standard name of the loss function. Other ways to write it are its aliases." })
  @Column({ type: "text" })
  name: string;

  @Column({ type: "text" })
  nameKey: string;

  @Column({ type: "integer", nullable: true })
  parentId: number | null;

  @Field({ description: "Whether it stands for a family of loss functions, such as Angular margin." })
  @Column({ type: "boolean" })
  isFamily: boolean;

  @Column({ type: "integer", nullable: true })
  introducedById: number | null;

  @Field(() => String, { nullable: true, description: "What the loss function does, in a sentence." })
  @Column({ type: "text", nullable: true })
  description: string | null;
}
