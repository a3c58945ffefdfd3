import { Field, Int, InterfaceType, ObjectType } from "type-graphql";
import { Column } from "typeorm";
import { ImportedRow } from "../import/imported";

/** Where a fact stands. Every fact's table has these columns. */
export abstract class Evidence extends ImportedRow {
  @Column({ type: "integer" })
  sourceId: number;

  @Column({ type: "integer", nullable: true })
  sourceLine: number | null;

  @Column({ type: "integer", nullable: true })
  sourceColumn: number | null;
}

@ObjectType({ description: "The place in a source document where a fact stands." })
export class SourceReference {
  sourceId: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "Line of the document, counted from 1; in its first print where the document repeats itself. Null when the document has no lines.",
  })
  line: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Column of the line at which it begins, counted from 1; null where only the line is known.",
  })
  column: number | null;
}

@InterfaceType({ description: "A fact that tells where it was read.", resolveType: () => undefined })
export abstract class Sourced {
  @Field(() => SourceReference, { description: "Where the fact stands: the document and its line." })
  readonly source: SourceReference;
}
