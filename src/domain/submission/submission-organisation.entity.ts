import { Column, Entity, PrimaryColumn } from "typeorm";
import { ImportedRow } from "../import/imported";

/** That an organisation made a submission; a joint submission has several. */
@Entity()
export class SubmissionOrganisation extends ImportedRow {
  @PrimaryColumn({ type: "integer" })
  submissionId: number;

  @PrimaryColumn({ type: "integer" })
  organisationId: number;

  @Column({ type: "integer" })
  position: number;
}
