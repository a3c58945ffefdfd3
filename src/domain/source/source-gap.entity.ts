import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { Imported, ImportedRow } from "../import/imported";

@Entity()
@ObjectType({
  implements: Imported,
  description:
    "Something that users ask for and a source does not say, so that no answer about it can be given.",
})
export class SourceGap extends ImportedRow {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column({ type: "integer" })
  sourceId: number;

  @Field({ description: "What is not said, as a short machine-readable word such as `probe-set`." })
  @Column({ type: "text" })
  topic: string;

  @Field({ description: "What exactly the source leaves open, in a sentence for people." })
  @Column({ type: "text" })
  statement: string;
}
