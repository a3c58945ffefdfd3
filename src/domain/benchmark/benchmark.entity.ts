import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { Imported, ImportedRow } from "../import/imported";
import { Node } from "../node/node.type";

@Entity()
@ObjectType({
  implements: [Node, Imported],
  description: "A published test that systems are measured by, for example MegaFace. It has leaderboards.",
})
export class Benchmark extends ImportedRow {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Field({ description: "Short name for addresses: lower-case letters, digits and hyphens. Unique, stable." })
  @Column({ type: "text" })
  slug: string;

  @Field({ description: "Name of the benchmark." })
  @Column({ type: "text" })
  name: string;

  @Column({ type: "text" })
  nameKey: string;

  @Field(() => String, { nullable: true, description: "What the benchmark measures." })
  @Column({ type: "text", nullable: true })
  description: string | null;
}
