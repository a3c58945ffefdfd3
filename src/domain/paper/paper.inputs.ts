import { ArgsType, Field, InputType, registerEnumType } from "type-graphql";
import { IntFilter, TextFilter } from "../../common/filters/filter-inputs";
import { PageArgs } from "../../common/pagination/page-args";
import { OrderDirection } from "../catalogue/catalogue.inputs";

@InputType({
  description:
    "Which papers are meant. Everything that is given must hold together; `and`, `or` and `not` combine.",
})
export class PaperWhere {
  @Field(() => TextFilter, { nullable: true, description: "Conditions on the title." })
  title?: TextFilter | null;

  @Field(() => IntFilter, { nullable: true, description: "Conditions on the year of publication." })
  year?: IntFilter | null;

  @Field(() => TextFilter, {
    nullable: true,
    description: "Conditions on the conference, journal or archive.",
  })
  venue?: TextFilter | null;

  @Field(() => [PaperWhere], { nullable: true, description: "All of these hold. An empty list holds." })
  and?: PaperWhere[] | null;

  @Field(() => [PaperWhere], {
    nullable: true,
    description: "At least one of these holds. An empty list does not.",
  })
  or?: PaperWhere[] | null;

  @Field(() => PaperWhere, {
    nullable: true,
    description: "This is not known to hold; what is unknown stays in.",
  })
  not?: PaperWhere | null;
}

export enum PaperOrderField {
  TITLE = "TITLE",
  YEAR = "YEAR",
  CITATIONS = "CITATIONS",
}

registerEnumType(PaperOrderField, {
  name: "PaperOrderField",
  description: "What papers can be ordered by.",
  valuesConfig: {
    TITLE: { description: "Title in code-point order." },
    YEAR: { description: "Year of publication; unknown last in both directions." },
    CITATIONS: { description: "Number of submissions here that cite it." },
  },
});

@InputType({
  description: "An order of papers. Equals follow by title in code-point order, then by age of the record.",
})
export class PaperOrder {
  @Field(() => PaperOrderField, { description: "What to order by." })
  field: PaperOrderField;

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Ascending or descending." })
  direction: OrderDirection;
}

@ArgsType()
export class PapersArgs extends PageArgs {
  @Field(() => PaperWhere, { nullable: true, description: "Which papers; all when not given." })
  where?: PaperWhere | null;

  @Field(() => PaperOrder, { nullable: true, description: "In which order; by title when not given." })
  orderBy?: PaperOrder | null;
}
