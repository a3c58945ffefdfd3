import { registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Evidence } from "../source/evidence";
import { Basis } from "./basis";

export enum CleaningKind {
  NONE = "NONE",
  PUBLISHED_LIST = "PUBLISHED_LIST",
  OWN = "OWN",
  UNKNOWN = "UNKNOWN",
}

registerEnumType(CleaningKind, {
  name: "CleaningKind",
  description:
    "Whether wrongly labelled images were taken out of the test set. Results on cleaned and on uncleaned test sets should not be compared.",
  valuesConfig: {
    NONE: { description: "The source says that the test set was not cleaned." },
    PUBLISHED_LIST: { description: "Cleaned with a published list of noisy images." },
    OWN: { description: "Cleaned in the submitter's own way." },
    UNKNOWN: { description: "The source does not say. Unknown is not no." },
  },
});

/** What a source says of the cleaning of a submission's test set. No row: it says nothing. */
@Entity()
export class TestSetCleaning extends Evidence {
  @PrimaryColumn({ type: "integer" })
  submissionId: number;

  @Column({ type: "text" })
  kind: CleaningKind;

  @Column({ type: "text" })
  basis: Basis;

  @Column({ type: "text", nullable: true })
  term: string | null;

  @Column({ type: "integer", nullable: true })
  inheritedFromId: number | null;
}
