import { ArgsType, Field, InputType } from "type-graphql";
import { TextFilter } from "../../common/filters/filter-inputs";
import { PageArgs } from "../../common/pagination/page-args";
import { ThingOrder } from "../catalogue/catalogue-order";

@InputType({
  description:
    "Which benchmarks are meant. Everything that is given must hold together; `and`, `or` and `not` combine.",
})
export class BenchmarkWhere {
  @Field(() => TextFilter, { nullable: true, description: "Conditions on the name." })
  name?: TextFilter | null;

  @Field(() => [BenchmarkWhere], { nullable: true, description: "All of these hold. An empty list holds." })
  and?: BenchmarkWhere[] | null;

  @Field(() => [BenchmarkWhere], {
    nullable: true,
    description: "At least one of these holds. An empty list does not.",
  })
  or?: BenchmarkWhere[] | null;

  @Field(() => BenchmarkWhere, { nullable: true, description: "This does not hold." })
  not?: BenchmarkWhere | null;
}

@ArgsType()
export class BenchmarksArgs extends PageArgs {
  @Field(() => BenchmarkWhere, { nullable: true, description: "Which ones; all when not given." })
  where?: BenchmarkWhere | null;

  @Field(() => ThingOrder, { nullable: true, description: "In which order; by name when not given." })
  orderBy?: ThingOrder | null;
}
