import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { Imported, ImportedRow } from "../import/imported";
import { Node } from "../node/node.type";

@Entity()
@ObjectType({
  implements: [Node, Imported],
  description: "One of the sets that a leaderboard is measured on. Ranks are always those within one split.",
})
export class Split extends ImportedRow {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column({ type: "integer" })
  leaderboardId: number;

  @Field({
    description: "Short name, unique within the leaderboard: lower-case letters, digits and hyphens.",
  })
  @Column({ type: "text" })
  slug: string;

  @Field({ description: "Name of the split as its source writes it." })
  @Column({ type: "text" })
  name: string;

  @Column({ type: "integer" })
  position: number;

  @Field({ description: "Whether this is the split meant where none is named." })
  @Column({ type: "boolean" })
  isDefault: boolean;
}
