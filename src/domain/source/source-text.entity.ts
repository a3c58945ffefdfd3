import { Column, Entity, PrimaryColumn } from "typeorm";
import { ImportedRow } from "../import/imported";

/** The full text of a document. No row: it was not kept. */
@Entity()
export class SourceText extends ImportedRow {
  @PrimaryColumn({ type: "integer" })
  sourceId: number;

  @Column({ type: "text" })
  text: string;
}
