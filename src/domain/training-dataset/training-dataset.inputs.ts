import { ArgsType, Field, InputType } from "type-graphql";
import { TextFilter } from "../../common/filters/filter-inputs";
import { PageArgs } from "../../common/pagination/page-args";
import { ReferenceFilter } from "../catalogue/catalogue.inputs";
import { ThingOrder } from "../catalogue/catalogue-order";

@InputType({
  description:
    "Which training datasets are meant. Everything that is given must hold together; `and`, `or` and `not` combine.",
})
export class TrainingDatasetWhere {
  @Field(() => TextFilter, { nullable: true, description: "Conditions on the name." })
  name?: TextFilter | null;

  @Field(() => ReferenceFilter, { nullable: true, description: "Introduced by one of these papers." })
  introducedBy?: ReferenceFilter | null;

  @Field(() => [TrainingDatasetWhere], {
    nullable: true,
    description: "All of these hold. An empty list holds.",
  })
  and?: TrainingDatasetWhere[] | null;

  @Field(() => [TrainingDatasetWhere], {
    nullable: true,
    description: "At least one of these holds. An empty list does not.",
  })
  or?: TrainingDatasetWhere[] | null;

  @Field(() => TrainingDatasetWhere, { nullable: true, description: "This is not known to hold." })
  not?: TrainingDatasetWhere | null;
}

@ArgsType()
export class TrainingDatasetsArgs extends PageArgs {
  @Field(() => TrainingDatasetWhere, { nullable: true, description: "Which ones; all when not given." })
  where?: TrainingDatasetWhere | null;

  @Field(() => ThingOrder, { nullable: true, description: "In which order; by name when not given." })
  orderBy?: ThingOrder | null;
}
