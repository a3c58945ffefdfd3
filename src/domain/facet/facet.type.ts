import { Field, Int, ObjectType } from "type-graphql";
import { Cost } from "../../common/cost/cost";
import { Grouping } from "./grouping";

@ObjectType({ description: "How many of the selected submissions fall into one group." })
export class FacetCount {
  @Field({ description: "Machine-readable key: a slug, an enum value, a year such as `2015`." })
  key: string;

  @Field({ description: "What to show people." })
  label: string;

  @Field(() => Int, { description: "How many of the selected submissions are in the group." })
  count: number;
}

@ObjectType({ description: "Counts of the selected submissions by one grouping." })
export class Facet {
  @Field(() => Grouping, { description: "What was grouped by." })
  groupBy: Grouping;

  @Cost({ items: 20 })
  @Field(() => [FacetCount], {
    description: "The groups, the largest first and equals by label; groups of time in their order.",
  })
  groups: FacetCount[];

  @Field(() => Int, {
    description: "How many of the selected submissions have no known group. Unknown is not no.",
  })
  unknownCount: number;
}
