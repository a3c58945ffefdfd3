import { Field, InputType, registerEnumType } from "type-graphql";
import { OrderDirection } from "./catalogue.inputs";

export enum ThingOrderField {
  NAME = "NAME",
  SUBMISSIONS = "SUBMISSIONS",
}

registerEnumType(ThingOrderField, {
  name: "ThingOrderField",
  description: "What things with a name can be ordered by.",
  valuesConfig: {
    NAME: { description: "Name in code-point order." },
    SUBMISSIONS: {
      description:
        "Number of submissions: for what is used, those with a STATED or INHERITED claim on it or on anything under it.",
    },
  },
});

@InputType({
  description: "An order of things. Equals follow by name in code-point order, then by age of the record.",
})
export class ThingOrder {
  @Field(() => ThingOrderField, { description: "What to order by." })
  field: ThingOrderField;

  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Ascending or descending." })
  direction: OrderDirection;
}
