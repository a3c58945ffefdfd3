import type { FieldPlan, ValuePlan } from "./plan";

/** What a value of the answer is put into: a row, or a list. */
export type Holder = Record<string | number, unknown>;

/** Where a value of the answer goes. It knows the way there, as graphql-js tells it to resolvers and in errors. */
export class Place {
  readonly typename: string | undefined;

  constructor(
    readonly prev: Place | undefined,
    readonly holder: Holder,
    readonly key: string | number,
    readonly field: FieldPlan,
    readonly plan: ValuePlan,
  ) {
    this.typename = typeof key === "string" ? field.parentType.name : undefined;
  }

  /** The place of the field's own value, where this is one of an item of it. */
  get ofField(): Place {
    return typeof this.key === "string" || !this.prev ? this : this.prev.ofField;
  }

  /** The nearest place from here on up whose value may be null; undefined when only the whole answer may. */
  get nullable(): Place | undefined {
    return this.plan.isNonNull ? this.prev?.nullable : this;
  }
}
