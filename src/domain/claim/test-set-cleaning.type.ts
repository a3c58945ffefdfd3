import { Field, ObjectType } from "type-graphql";
import { Imported } from "../import/imported";
import { Basis } from "./basis";
import { CleaningKind } from "./test-set-cleaning.entity";

@ObjectType({
  implements: Imported,
  description: "Whether wrongly labelled images were taken out of the test set, as far as a source says so.",
})
export class TestSetCleaningFact {
  submissionId: number;

  sourceId: number | null;

  sourceLine: number | null;

  sourceColumn: number | null;

  importId: number | null;

  inheritedFromId: number | null;

  @Field(() => CleaningKind, { description: "How it was cleaned; UNKNOWN where the source does not say." })
  kind: CleaningKind;

  @Field(() => Basis, { nullable: true, description: "How the source supports it; null when UNKNOWN." })
  basis: Basis | null;

  @Field(() => String, {
    nullable: true,
    description: "The words of the source that this rests on; null when UNKNOWN.",
  })
  term: string | null;
}
