import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type ValueNode,
  visit,
} from "graphql";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from "../../common/pagination/page-size";
import { Selection } from "../../common/selection";

/** How many conditions a filter has, and names within them: each is looked up or compared. */
export function countConditions(filter: unknown): number {
  if (filter === null || filter === undefined) return 0;
  if (typeof filter !== "object") return 1;
  let count = 0;
  for (const value of Object.values(filter)) count += countConditions(value);
  return count;
}

/** The size of a page as an argument or a variable says it; what is out of bounds is for the list to refuse. */
export function pageSize(first: unknown, last: unknown): number {
  const size = first ?? last ?? DEFAULT_PAGE_SIZE;
  return typeof size === "number" ? Math.min(Math.max(size, 0), MAX_PAGE_SIZE) : DEFAULT_PAGE_SIZE;
}

/** The fields of a page that give each of its items. */
const ITEMS_OF_A_PAGE = ["nodes", "edges", "table"];

/** The sizes of the pages on which the fields stand that give their items; the largest for one that is on several. */
export function pageSizes(
  document: DocumentNode,
  fragments: Record<string, FragmentDefinitionNode>,
  variables: Readonly<Record<string, unknown>>,
): Map<FieldNode, number> {
  const sizes = new Map<FieldNode, number>();
  visit(document, {
    Field: (field) => {
      if (!field.selectionSet) return;
      const selection = Selection.of({ fieldNodes: [field], fragments });
      const items = ITEMS_OF_A_PAGE.flatMap((name) => selection.under(name)?.nodes ?? []);
      if (items.length === 0) return;
      const size = sizeAsked(field, variables);
      for (const item of items) sizes.set(item, Math.max(size, sizes.get(item) ?? 0));
    },
  });
  return sizes;
}

function sizeAsked(
  { arguments: given = [] }: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const value = (name: string) =>
    numberIn(given.find((argument) => argument.name.value === name)?.value, variables);
  return pageSize(value("first"), value("last"));
}

function numberIn(node: ValueNode | undefined, variables: Readonly<Record<string, unknown>>): unknown {
  if (node?.kind === Kind.VARIABLE) return variables[node.name.value];
  return node?.kind === Kind.INT ? Number(node.value) : undefined;
}
