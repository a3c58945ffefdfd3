import { Field, Int, InterfaceType, ObjectType } from "type-graphql";
import { Column } from "typeorm";

/** Where a fact stands. Every fact's table has these columns. */
export abstract class Evidence {
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
}

@InterfaceType({ description: "A fact that tells where it was read.", resolveType: () => undefined })
export abstract class Sourced {
  @Field(() => SourceReference, { description: "Where the fact stands: the document and its line." })
  readonly source: SourceReference;
}
