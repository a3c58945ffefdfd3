import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { Imported, ImportedRow } from "../import/imported";
import { Node } from "../node/node.type";

@Entity()
@ObjectType({
  implements: [Node, Imported],
  description:
    "One task of a benchmark with one metric, for example MegaFace identification. Its values stand on splits.",
})
export class Leaderboard extends ImportedRow {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Field({ description: "Short name for addresses: lower-case letters, digits and hyphens. Unique, stable." })
  @Column({ type: "text" })
  slug: string;

  @Field({ description: "Name of the leaderboard." })
  @Column({ type: "text" })
  name: string;

  @Column({ type: "text" })
  nameKey: string;

  @Column({ type: "integer" })
  benchmarkId: number;

  @Column({ type: "integer" })
  metricId: number;

  @Column({ type: "integer" })
  position: number;

  @Field(() => String, {
    nullable: true,
    description: "What the leaderboard ranks, and what its source leaves open.",
  })
  @Column({ type: "text", nullable: true })
  description: string | null;
}
