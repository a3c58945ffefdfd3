import type { GraphQLField } from "graphql";
import { costOf, type FieldCost, type ItemCount } from "./field-cost";

type AnyField = GraphQLField<unknown, unknown>;

/** What a field costs, in words for its description; undefined where it costs what every value or thing does. */
export function costText(field: AnyField, isLeaf: boolean): string | undefined {
  const { once, each, items } = costOf(field);
  if (isLeaf) return once > 0 ? `Cost: ${once}.` : undefined;
  if (once === 0 && each <= 1 && items === 1) return undefined;
  const parts = [once > 0 ? [`${once}`] : [], hasFilter(field) ? ["conditions"] : [], times(items, each)];
  return `Cost: ${parts.flat().join(" + ")}.`;
}

/** Whether conditions can be given, of which each costs a point. */
export function hasFilter({ args }: AnyField): boolean {
  return args.some(({ name }) => name === "where");
}

function times(items: ItemCount, each: FieldCost["each"]): string[] {
  const one = each > 0 ? `${each} + selection` : "selection";
  if (items === 1) return [one];
  const count =
    items === "page" ? "page size" : typeof items === "number" ? `${items}` : `\`${items.argument}\``;
  return [each > 0 ? `${count} × (${one})` : `${count} × ${one}`];
}
