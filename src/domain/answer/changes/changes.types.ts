import { GraphQLJSON } from "graphql-scalars";
import { ArgsType, Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";

export enum ChangeKind {
  ADDED = "ADDED",
  REMOVED = "REMOVED",
  CHANGED = "CHANGED",
  MOVED = "MOVED",
}

registerEnumType(ChangeKind, {
  name: "AnswerChangeKind",
  description: "What became of a row of a kept answer.",
  valuesConfig: {
    ADDED: { description: "It is in today's answer only." },
    REMOVED: { description: "It is in the kept answer only." },
    CHANGED: { description: "It is in both, with other values." },
    MOVED: { description: "It is in both with the same values, but in another place among the others." },
  },
});

export enum AnswerStanding {
  SAME = "SAME",
  CHANGED = "CHANGED",
  FAILS = "FAILS",
  NOT_ASKABLE = "NOT_ASKABLE",
}

registerEnumType(AnswerStanding, {
  name: "AnswerStanding",
  description: "How a kept answer stands to what its query gives today.",
  valuesConfig: {
    SAME: { description: "The query gives the same." },
    CHANGED: { description: "The query gives something else: `rows` lists what." },
    FAILS: {
      description:
        "The query has errors today, as when what it names is not there any more: `problems` tells. Nothing is compared.",
    },
    NOT_ASKABLE: {
      description:
        "The query does not fit today's schema, as when a field is not there any more: `problems` tells. Nothing is compared.",
    },
  },
});

@ObjectType("AnswerValueChange", { description: "A value that is another one today." })
export class ValueChange {
  @Field({
    description:
      "The way to it in its row, such as `score.reported`; outside of lists, the way to it in the answer.",
  })
  path: string;

  @Field(() => GraphQLJSON, { nullable: true, description: "The value in the kept answer." })
  before: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: "The value today." })
  after: unknown;
}

@ObjectType("AnswerRowChange", {
  description: "A row of a list that is not today what it was in the kept answer.",
})
export class RowChange {
  @Field(() => ChangeKind, { description: "What became of it." })
  kind: ChangeKind;

  @Field(() => String, {
    nullable: true,
    description:
      "The way to the list, such as `leaderboard.ranking.nodes`; in a list within a row, that row's key stands in brackets. Null for values outside of lists.",
  })
  list: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "By what rows of the list were found again: an id or a slug that the query asks for, such as `id` or `submission.id`, or `position` where it asks for none that tells them apart. By position, a row that is put in between makes others seem changed. Null outside of lists.",
  })
  matchedBy: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The row's key: the value of what it was found by, or its position from 1. Null outside of lists.",
  })
  row: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Its place in the kept list, from 1; null where it is not in it.",
  })
  positionBefore: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Its place in today's list, from 1; null where it is not in it.",
  })
  positionAfter: number | null;

  @Field(() => [ValueChange], { description: "The values that are other ones; of a changed row only." })
  values: ValueChange[];

  @Field(() => GraphQLJSON, { nullable: true, description: "The whole row, of one that was removed." })
  before: unknown;

  @Field(() => GraphQLJSON, { nullable: true, description: "The whole row, of one that was added." })
  after: unknown;
}

@ObjectType({ description: "A kept answer beside what its query gives today, on today's data." })
export class AnswerChanges {
  @Field(() => AnswerStanding, { description: "How the two stand to each other." })
  standing: AnswerStanding;

  @Field(() => [String], {
    description: "Why the query cannot be answered today; empty where it can.",
  })
  problems: string[];

  @Field(() => Float, { description: "Revision of today's data." })
  revision: number;

  @Field({ description: "Version of today's data." })
  dataVersion: string;

  @Field(() => String, {
    nullable: true,
    description: "SHA-256 of today's answer, as `contentHash` of the kept one; null where there is none.",
  })
  contentHash: string | null;

  @Field(() => Int, { description: "Rows that were added." })
  addedCount: number;

  @Field(() => Int, { description: "Rows that were removed." })
  removedCount: number;

  @Field(() => Int, { description: "Rows with other values; values outside of lists count as one row." })
  changedCount: number;

  @Field(() => Int, { description: "Rows that only stand in another place." })
  movedCount: number;

  /** All of them. */
  allRows: RowChange[];
}

@ArgsType()
export class RowChangesArgs {
  @Field(() => Int, { defaultValue: 100, description: "How many, 0 to 500." })
  first: number;

  @Field(() => Int, { defaultValue: 0, description: "How many to leave out before them." })
  offset: number;
}
