import { Extensions } from "type-graphql";
import { COST_EXTENSION, type FieldCost } from "./field-cost";

/** Says of a field that it costs something else than others of its kind do. */
export function Cost(declared: Partial<FieldCost>): MethodDecorator & PropertyDecorator {
  return Extensions({ [COST_EXTENSION]: declared });
}
