import { Column, Entity, PrimaryColumn } from "typeorm";

/** That an organisation made a submission; a joint submission has several. */
@Entity()
export class SubmissionOrganisation {
  @PrimaryColumn({ type: "integer" })
  submissionId: number;

  @PrimaryColumn({ type: "integer" })
  organisationId: number;

  @Column({ type: "integer" })
  position: number;
}
