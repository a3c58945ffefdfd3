import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { Imported, ImportedRow } from "../import/imported";
import { Node } from "../node/node.type";

@Entity()
@ObjectType({
  implements: [Node, Imported],
  description: "A publication that submissions cite or that introduced a method.",
})
export class Paper extends ImportedRow {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Field({ description: "Short name for addresses: lower-case letters, digits and hyphens. Unique, stable." })
  @Column({ type: "text" })
  slug: string;

  @Field({ description: "Title as published." })
  @Column({ type: "text" })
  title: string;

  @Column({ type: "text" })
  titleKey: string;

  @Field(() => [String], { description: "Authors in the order of the paper; empty where not known." })
  @Column({ type: "text", array: true })
  authors: string[];

  @Field(() => Int, { nullable: true, description: "Year of publication; null where not known." })
  @Column({ type: "integer", nullable: true })
  year: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Conference, journal or archive; null where not known.",
  })
  @Column({ type: "text", nullable: true })
  venue: string | null;

  @Column({ type: "text", nullable: true })
  venueKey: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "arXiv identifier without a version, for example `1801.07698`; null where there is none or it is not known.",
  })
  @Column({ type: "text", nullable: true })
  arxivId: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Digital object identifier, for example `10.1109/CVPR.2016.90`; null where there is none or it is not known.",
  })
  @Column({ type: "text", nullable: true })
  doi: string | null;

  @Field(() => String, { nullable: true, description: "Where to read it; null where not known." })
  @Column({ type: "text", nullable: true })
  url: string | null;
}
