import { Field, ID, InterfaceType } from "type-graphql";

/** A row that knows which GraphQL type it is, where that cannot be told from the place it is read at. */
export type TypedRow = { __typename: string; id: number };

@InterfaceType({
  description: "A thing with an id that stays the same and finds it again, as in the Relay specification.",
  resolveType: (row: TypedRow) => row.__typename,
})
export abstract class Node {
  @Field(() => ID, {
    description:
      "Global id: opaque, unique across all types, stable. `node(id:)` and every `ref` argument take it.",
  })
  readonly id: unknown;
}
