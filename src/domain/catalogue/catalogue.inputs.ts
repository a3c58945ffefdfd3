import { Field, InputType, registerEnumType } from "type-graphql";
import { Basis } from "../claim/basis";

export enum OrderDirection {
  ASC = "ASC",
  DESC = "DESC",
}

registerEnumType(OrderDirection, {
  name: "OrderDirection",
  description: "Direction of an order. What has no value comes last in both.",
  valuesConfig: {
    ASC: { description: "Smallest, earliest or alphabetically first at the start." },
    DESC: { description: "Largest, latest or alphabetically last at the start." },
  },
});

@InputType({
  description:
    "Which things of a kind are meant. Each reference is a global id, slug, name or alias, ignoring case.",
})
export class ReferenceFilter {
  @Field(() => [String], { nullable: true, description: "Exactly one of these." })
  is?: string[] | null;

  @Field(() => [String], { nullable: true, description: "One of these, or anything under one of them." })
  within?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "true: only where something of the kind is known; false: only where nothing is.",
  })
  known?: boolean | null;
}

@InputType({
  description:
    "Conditions on the claims that a submission used something. One claim must satisfy all of them together. Without `basis`, only STATED and INHERITED claims count.",
})
export class ClaimFilter extends ReferenceFilter {
  @Field(() => [Basis], {
    nullable: true,
    description: "Bases on which a claim counts; [STATED, INHERITED] when not given.",
  })
  basis?: Basis[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "true: only an own version of it; false: only as it was published.",
  })
  modified?: boolean | null;
}
