import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { Imported, ImportedRow } from "../import/imported";
import { Node } from "../node/node.type";

export enum NameKind {
  ORGANISATION = "ORGANISATION",
  PERSON = "PERSON",
  METHOD = "METHOD",
}

registerEnumType(NameKind, {
  name: "NameKind",
  description: "What the name, under which a source lists a submitter, is the name of.",
  valuesConfig: {
    ORGANISATION: { description: "A company, university, laboratory or team." },
    PERSON: { description: "A single person; the source names no organisation." },
    METHOD: { description: "A method or product; the source does not say who stands behind it." },
  },
});

@Entity()
@ObjectType({
  implements: [Node, Imported],
  description: "Who submitted: a company, university, laboratory, team or person.",
})
export class Organisation extends ImportedRow {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Field({ description: "Short name for addresses: lower-case letters, digits and hyphens. Unique, stable." })
  @Column({ type: "text" })
  slug: string;

  @Field({ description: "Name of the organisation. Other ways to write it are its aliases." })
  @Column({ type: "text" })
  name: string;

  @Column({ type: "text" })
  nameKey: string;

  @Field(() => NameKind, { description: "What the name is the name of." })
  @Column({ type: "text" })
  nameKind: NameKind;
}
