import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { ImportedRow } from "../import/imported";

/** Another name of one thing. Exactly one of the id columns is set. */
@Entity()
export class Alias extends ImportedRow {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Column({ type: "text" })
  text: string;

  @Column({ type: "text" })
  key: string;

  @Column({ type: "integer", nullable: true })
  benchmarkId: number | null;

  @Column({ type: "integer", nullable: true })
  leaderboardId: number | null;

  @Column({ type: "integer", nullable: true })
  organisationId: number | null;

  @Column({ type: "integer", nullable: true })
  lossFunctionId: number | null;

  @Column({ type: "integer", nullable: true })
  backboneId: number | null;

  @Column({ type: "integer", nullable: true })
  trainingDatasetId: number | null;

  @Column({ type: "integer", nullable: true })
  paperId: number | null;

  @Column({ type: "integer", nullable: true })
  submissionId: number | null;
}
