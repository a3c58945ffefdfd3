import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from "graphql";

/** The way to what most of a query's cost is for, such as `submissions.nodes.scores`. */
export function dearestPath(
  root: SelectionSetNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  costs: ReadonlyMap<FieldNode, number>,
): string {
  const path: string[] = [];
  let selected = fieldsOf(root, fragments);
  while (selected.length > 0) {
    const costOf = (field: FieldNode) => costs.get(field) ?? 0;
    const dearest = selected.reduce((one, other) => (costOf(other) > costOf(one) ? other : one));
    const all = selected.reduce((sum, field) => sum + costOf(field), 0);
    // Where no field stands out, the list above them is what to ask less of.
    if (path.length > 0 && costOf(dearest) * 2 < all) break;
    if (costOf(dearest) === 0) break;
    path.push(dearest.alias?.value ?? dearest.name.value);
    selected = dearest.selectionSet ? fieldsOf(dearest.selectionSet, fragments) : [];
  }
  return path.join(".");
}

function fieldsOf(
  { selections }: SelectionSetNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, fragments);
    const fragment = fragments[selection.name.value];
    return fragment ? fieldsOf(fragment.selectionSet, fragments) : [];
  });
}
