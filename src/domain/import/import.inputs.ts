import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { BooleanFilter, TextFilter } from "../../common/filters/filter-inputs";
import { PageArgs } from "../../common/pagination/page-args";
import { OrderDirection } from "../catalogue/catalogue.inputs";

@InputType({
  description:
    "Which imports are meant. Everything that is given must hold together; `and`, `or` and `not` combine.",
})
export class ImportWhere {
  @Field(() => TextFilter, { nullable: true, description: "Conditions on the format." })
  format?: TextFilter | null;

  @Field(() => BooleanFilter, { nullable: true, description: "Whether it was undone." })
  undone?: BooleanFilter | null;

  @Field(() => [ImportWhere], { nullable: true, description: "All of these hold. An empty list holds." })
  and?: ImportWhere[] | null;

  @Field(() => [ImportWhere], {
    nullable: true,
    description: "At least one of these holds. An empty list does not.",
  })
  or?: ImportWhere[] | null;

  @Field(() => ImportWhere, { nullable: true, description: "This does not hold." })
  not?: ImportWhere | null;
}

export enum ImportOrderField {
  STARTED_AT = "STARTED_AT",
  FORMAT = "FORMAT",
}

registerEnumType(ImportOrderField, {
  name: "ImportOrderField",
  description: "What imports can be ordered by.",
  valuesConfig: {
    STARTED_AT: { description: "When it was started." },
    FORMAT: { description: "Format in code-point order." },
  },
});

@InputType({ description: "An order of imports. Of equals the latest record comes first." })
export class ImportOrder {
  @Field(() => ImportOrderField, { description: "What to order by." })
  field: ImportOrderField;

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Ascending or descending." })
  direction: OrderDirection;
}

@ArgsType()
export class ImportsArgs extends PageArgs {
  @Field(() => ImportWhere, { nullable: true, description: "Which ones; all when not given." })
  where?: ImportWhere | null;

  @Field(() => ImportOrder, {
    nullable: true,
    description: "In which order; the newest first when not given.",
  })
  orderBy?: ImportOrder | null;
}
