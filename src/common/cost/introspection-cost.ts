import { type GraphQLField, getNamedType, isCompositeType, isIntrospectionType } from "graphql";
import type { FieldCost } from "./field-cost";

/** What the lists of an introspection are reckoned with: a schema of this size, which is at hand without a database. */
const ITEMS: Readonly<Record<string, number>> = {
  types: 150,
  fields: 8,
  args: 2,
  inputFields: 4,
  enumValues: 2,
  interfaces: 1,
  possibleTypes: 1,
  directives: 6,
};

const EACH = 0.05;

/** What a field that tells of the schema costs; undefined for all others. */
export function introspectionCost({ name, type }: GraphQLField<unknown, unknown>): FieldCost | undefined {
  const named = getNamedType(type);
  if (!isIntrospectionType(named) || !isCompositeType(named)) return undefined;
  return { once: 0, each: EACH, items: ITEMS[name] ?? 1 };
}
