import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { Imported, ImportedRow } from "../import/imported";
import { Node } from "../node/node.type";

@Entity()
@ObjectType({
  implements: [Node, Imported],
  description:
    "A set of data that models are trained on, for example MS-Celeb-1M. How much of it was used belongs to the use: see `TrainingDatasetClaim`.",
})
export class TrainingDataset extends ImportedRow {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Field({ description: "Short name for addresses: lower-case letters, digits and hyphens. Unique, stable." })
  @Column({ type: "text" })
  slug: string;

  @Field({ description: "Standard name of the dataset. Other ways to write it are its aliases." })
  @Column({ type: "text" })
  name: string;

  @Column({ type: "text" })
  nameKey: string;

  @Column({ type: "integer", nullable: true })
  introducedById: number | null;

  @Field(() => String, { nullable: true, description: "What the dataset holds, in a sentence." })
  @Column({ type: "text", nullable: true })
  description: string | null;
}
