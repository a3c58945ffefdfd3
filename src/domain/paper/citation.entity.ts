import { ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { Imported } from "../import/imported";
import { Evidence, Sourced } from "../source/evidence";

@Entity()
@ObjectType({
  implements: [Sourced, Imported],
  description:
    "That a submission's description refers to a paper. A fact of its own: it says nothing about what was used, and is never inherited.",
})
export class Citation extends Evidence {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column({ type: "integer" })
  submissionId: number;

  @Column({ type: "integer" })
  paperId: number;

  @Column({ type: "integer" })
  position: number;
}
