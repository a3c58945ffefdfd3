import { ArgsType, Field, InputType } from "type-graphql";
import { TextFilter } from "../../common/filters/filter-inputs";
import { PageArgs } from "../../common/pagination/page-args";
import { ThingOrder } from "../catalogue/catalogue-order";
import { NameKind } from "./organisation.entity";

@InputType({ description: "Conditions on what an organisation's name is the name of." })
export class NameKindFilter {
  @Field(() => [NameKind], { nullable: true, description: "Is one of these." })
  is?: NameKind[] | null;
}

@InputType({
  description:
    "Which organisations are meant. Everything that is given must hold together; `and`, `or` and `not` combine.",
})
export class OrganisationWhere {
  @Field(() => TextFilter, { nullable: true, description: "Conditions on the name." })
  name?: TextFilter | null;

  @Field(() => NameKindFilter, { nullable: true, description: "What the name is the name of." })
  nameKind?: NameKindFilter | null;

  @Field(() => [OrganisationWhere], {
    nullable: true,
    description: "All of these hold. An empty list holds.",
  })
  and?: OrganisationWhere[] | null;

  @Field(() => [OrganisationWhere], {
    nullable: true,
    description: "At least one of these holds. An empty list does not.",
  })
  or?: OrganisationWhere[] | null;

  @Field(() => OrganisationWhere, { nullable: true, description: "This does not hold." })
  not?: OrganisationWhere | null;
}

@ArgsType()
export class OrganisationsArgs extends PageArgs {
  @Field(() => OrganisationWhere, { nullable: true, description: "Which ones; all when not given." })
  where?: OrganisationWhere | null;

  @Field(() => ThingOrder, { nullable: true, description: "In which order; by name when not given." })
  orderBy?: ThingOrder | null;
}
