import { ArgsType, type ClassType, Field, InputType } from "type-graphql";
import { BooleanFilter, TextFilter } from "../../common/filters/filter-inputs";
import { PageArgs } from "../../common/pagination/page-args";
import { ReferenceFilter } from "./catalogue.inputs";
import { ThingOrder } from "./catalogue-order";

/** A filter on things that form a tree. */
export interface TreeWhere {
  name?: TextFilter | null;
  self?: ReferenceFilter | null;
  isFamily?: BooleanFilter | null;
  introducedBy?: ReferenceFilter | null;
  and?: TreeWhere[] | null;
  or?: TreeWhere[] | null;
  not?: TreeWhere | null;
}

/** Arguments of a list of things that form a tree. */
export interface TreeArgs extends PageArgs {
  where?: TreeWhere | null;
  orderBy?: ThingOrder | null;
}

/** Makes the filter and argument types for one kind of thing that forms a tree, called `what` in descriptions. */
export function treeArgs(name: string, what: string): ClassType<TreeArgs> {
  @InputType(`${name}Where`, {
    description: `Which ${what} are meant. Everything that is given must hold together; \`and\`, \`or\` and \`not\` combine.`,
  })
  class Where implements TreeWhere {
    @Field(() => TextFilter, { nullable: true, description: "Conditions on the name." })
    name?: TextFilter | null;

    @Field(() => ReferenceFilter, {
      nullable: true,
      description: `These ${what} themselves, or with \`within\` what stands under them.`,
    })
    self?: ReferenceFilter | null;

    @Field(() => BooleanFilter, { nullable: true, description: "Whether it is marked as a family." })
    isFamily?: BooleanFilter | null;

    @Field(() => ReferenceFilter, { nullable: true, description: "Introduced by one of these papers." })
    introducedBy?: ReferenceFilter | null;

    @Field(() => [Where], { nullable: true, description: "All of these hold. An empty list holds." })
    and?: Where[] | null;

    @Field(() => [Where], {
      nullable: true,
      description: "At least one of these holds. An empty list does not.",
    })
    or?: Where[] | null;

    @Field(() => Where, { nullable: true, description: "This is not known to hold." })
    not?: Where | null;
  }

  @ArgsType()
  class Args extends PageArgs implements TreeArgs {
    @Field(() => Where, { nullable: true, description: "Which ones; all when not given." })
    where?: Where | null;

    @Field(() => ThingOrder, { nullable: true, description: "In which order; by name when not given." })
    orderBy?: ThingOrder | null;
  }
  return Args;
}
