import type { FieldNode } from "graphql";
import type { ComplexityEstimator, ComplexityEstimatorArgs } from "graphql-query-complexity";
import { hasFilter } from "../../common/cost/cost-text";
import { costOf, type ItemCount } from "../../common/cost/field-cost";
import { countConditions } from "./sizes";

/**
 * Reckons each field with the cost that the schema declares.
 * @param sizes of the pages that `nodes`, `edges` and `table` stand on
 * @param costs is given the cost of each field, with all that is asked under it
 */
export function declaredCosts(
  sizes: ReadonlyMap<FieldNode, number>,
  costs?: Map<FieldNode, number>,
): ComplexityEstimator {
  return (asked) => {
    const { field, node, childComplexity, args } = asked;
    const { once, each, items } = costOf(field);
    const conditions = hasFilter(field) ? countConditions(args.where) : 0;
    const cost = once + conditions + countOf(items, asked, sizes) * (each + childComplexity);
    costs?.set(node, cost);
    return cost;
  };
}

function countOf(
  items: ItemCount,
  { node, args }: ComplexityEstimatorArgs,
  sizes: ReadonlyMap<FieldNode, number>,
) {
  if (typeof items === "number") return items;
  if (items === "page") return sizes.get(node) ?? 1;
  const value: unknown = args[items.argument];
  const count = Array.isArray(value) ? value.length : typeof value === "number" ? value : 1;
  // More is refused by the field itself, which says how many there may be.
  return Math.min(Math.max(count, 0), items.most);
}
