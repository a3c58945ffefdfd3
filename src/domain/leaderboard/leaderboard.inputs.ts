import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { TextFilter } from "../../common/filters/filter-inputs";
import { PageArgs } from "../../common/pagination/page-args";
import { OrderDirection, ReferenceFilter } from "../catalogue/catalogue.inputs";

@InputType({
  description:
    "Which leaderboards are meant. Everything that is given must hold together; `and`, `or` and `not` combine.",
})
export class LeaderboardWhere {
  @Field(() => TextFilter, { nullable: true, description: "Conditions on the name." })
  name?: TextFilter | null;

  @Field(() => ReferenceFilter, { nullable: true, description: "Belonging to these benchmarks." })
  benchmark?: ReferenceFilter | null;

  @Field(() => [LeaderboardWhere], { nullable: true, description: "All of these hold. An empty list holds." })
  and?: LeaderboardWhere[] | null;

  @Field(() => [LeaderboardWhere], {
    nullable: true,
    description: "At least one of these holds. An empty list does not.",
  })
  or?: LeaderboardWhere[] | null;

  @Field(() => LeaderboardWhere, { nullable: true, description: "This does not hold." })
  not?: LeaderboardWhere | null;
}

export enum LeaderboardOrderField {
  POSITION = "POSITION",
  NAME = "NAME",
}

registerEnumType(LeaderboardOrderField, {
  name: "LeaderboardOrderField",
  description: "What leaderboards can be ordered by.",
  valuesConfig: {
    POSITION: { description: "Place within the benchmark, as the source lists them." },
    NAME: { description: "Name in code-point order." },
  },
});

@InputType({
  description:
    "An order of leaderboards. Equals follow by name in code-point order, then by age of the record.",
})
export class LeaderboardOrder {
  @Field(() => LeaderboardOrderField, { description: "What to order by." })
  field: LeaderboardOrderField;

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Ascending or descending." })
  direction: OrderDirection;
}

@ArgsType()
export class LeaderboardsArgs extends PageArgs {
  @Field(() => LeaderboardWhere, { nullable: true, description: "Which ones; all when not given." })
  where?: LeaderboardWhere | null;

  @Field(() => LeaderboardOrder, {
    nullable: true,
    description: "In which order; by place within the benchmark when not given.",
  })
  orderBy?: LeaderboardOrder | null;
}
