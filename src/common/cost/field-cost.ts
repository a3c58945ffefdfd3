import {
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
} from "graphql";
import { introspectionCost } from "./introspection-cost";

/** How many things a field gives: a number to reckon with, as many as an argument lists, or as many as the page holds. */
export type ItemCount = number | { argument: string; most: number } | "page";

/** What a field costs, in points: `once` + `items` × (`each` + what is asked of each). */
export interface FieldCost {
  /** For the field itself, whatever it gives. */
  once: number;
  /** For each thing that it gives. */
  each: number;
  items: ItemCount;
}

/** Under what name a field carries what it costs otherwise than others of its kind. */
export const COST_EXTENSION = "cost";

/** The items that a list without a size is reckoned with. */
const ASSUMED_ITEMS = 5;

type AnyField = GraphQLField<unknown, unknown>;

const known = new WeakMap<AnyField, FieldCost>();

/** What a field costs: as it is declared, and else by what it gives. */
export function costOf(field: AnyField): FieldCost {
  let cost = known.get(field);
  if (!cost) {
    const declared = field.extensions[COST_EXTENSION] as Partial<FieldCost> | undefined;
    cost = { ...(introspectionCost(field) ?? usualCost(field)), ...declared };
    known.set(field, cost);
  }
  return cost;
}

/** Whether a field gives a page, the size of which its arguments say. */
export function isPaged({ args }: AnyField): boolean {
  return args.some(({ name }) => name === "first") && args.some(({ name }) => name === "last");
}

/** A thing costs a point; its plain values, and what only holds a page together, cost nothing. */
function usualCost(field: AnyField): FieldCost {
  const { type, args, name } = field;
  if (isLeafType(getNamedType(type))) return { once: args.length > 0 ? 1 : 0, each: 0, items: 1 };
  if (isPaged(field)) return { once: 1, each: 0, items: 1 };
  if (name === "pageInfo") return { once: 0, each: 0, items: 1 };
  return { once: 0, each: 1, items: isList(type) ? ASSUMED_ITEMS : 1 };
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}
