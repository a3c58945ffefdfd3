import { Field, Float, InputType, Int } from "type-graphql";
import { DateScalar } from "../date-scalar";

const KNOWN =
  "true: only where it is known; false: only where it is not. What is not known matches nothing but `known: false`.";

@InputType({ description: "Conditions on a text, all of which must hold. Case is ignored." })
export class TextFilter {
  @Field(() => [String], { nullable: true, description: "Is exactly one of these." })
  is?: string[] | null;

  @Field(() => String, { nullable: true, description: "Has this somewhere in it." })
  contains?: string | null;

  @Field(() => String, { nullable: true, description: "Begins with this." })
  startsWith?: string | null;

  @Field(() => Boolean, { nullable: true, description: KNOWN })
  known?: boolean | null;
}

@InputType({ description: "Conditions on a whole number, all of which must hold." })
export class IntFilter {
  @Field(() => Int, { nullable: true, description: "Greater than this." })
  gt?: number | null;

  @Field(() => Int, { nullable: true, description: "Greater than or equal to this." })
  gte?: number | null;

  @Field(() => Int, { nullable: true, description: "Less than this." })
  lt?: number | null;

  @Field(() => Int, { nullable: true, description: "Less than or equal to this." })
  lte?: number | null;

  @Field(() => Boolean, { nullable: true, description: KNOWN })
  known?: boolean | null;
}

@InputType({ description: "Conditions on a day, all of which must hold." })
export class DateFilter {
  @Field(() => DateScalar, { nullable: true, description: "After this day." })
  gt?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "On this day or after it." })
  gte?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "Before this day." })
  lt?: string | null;

  @Field(() => DateScalar, { nullable: true, description: "On this day or before it." })
  lte?: string | null;

  @Field(() => Boolean, { nullable: true, description: KNOWN })
  known?: boolean | null;
}

@InputType({ description: "Condition on a yes-or-no fact." })
export class BooleanFilter {
  @Field(() => Boolean, { nullable: true, description: "The fact is this: true or false." })
  is?: boolean | null;
}

@InputType({ description: "Bounds on a decimal number, all of which must hold. Compared as exact decimals." })
export class DecimalBounds {
  @Field(() => Float, { nullable: true, description: "Greater than this." })
  gt?: number | null;

  @Field(() => Float, { nullable: true, description: "Greater than or equal to this." })
  gte?: number | null;

  @Field(() => Float, { nullable: true, description: "Less than this." })
  lt?: number | null;

  @Field(() => Float, { nullable: true, description: "Less than or equal to this." })
  lte?: number | null;
}
