import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { Imported, ImportedRow } from "../import/imported";
import { Node } from "../node/node.type";

@Entity()
@ObjectType({
  implements: [Node, Imported],
  description:
    "A network architecture that features are computed with, for example ResNet-100. Backbones form trees: ResNet-100 stands within ResNet.",
})
export class Backbone extends ImportedRow {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Field({ description: "Short name for addresses: lower-case letters, digits and hyphens. Unique, stable." })
  @Column({ type: "text" })
  slug: string;

  @Field({ description: "Standard name of the backbone. Other ways to write it are its aliases." })
  @Column({ type: "text" })
  name: string;

  @Column({ type: "text" })
  nameKey: string;

  @Column({ type: "integer", nullable: true })
  parentId: number | null;

  @Field({ description: "Whether it stands for a family of backbones, such as ResNet." })
  @Column({ type: "boolean" })
  isFamily: boolean;

  @Column({ type: "integer", nullable: true })
  introducedById: number | null;

  @Field(() => String, { nullable: true, description: "What the backbone is, in a sentence." })
  @Column({ type: "text", nullable: true })
  description: string | null;
}
