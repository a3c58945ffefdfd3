import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { Imported, ImportedRow } from "../import/imported";
import { Node } from "../node/node.type";

@Entity()
@ObjectType({
  implements: [Node, Imported],
  description: "A document that facts were read from.",
})
export class Source extends ImportedRow {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Field({ description: "Short name for addresses: lower-case letters, digits and hyphens. Unique, stable." })
  @Column({ type: "text" })
  slug: string;

  @Field({ description: "Title of the document." })
  @Column({ type: "text" })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: "What the document is and in which state it was read.",
  })
  @Column({ type: "text", nullable: true })
  description: string | null;

  @Field(() => String, { nullable: true, description: "Where the document stands; null where not known." })
  @Column({ type: "text", nullable: true })
  url: string | null;
}
