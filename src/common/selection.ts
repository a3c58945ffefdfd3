import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from "graphql";

type Fragments = GraphQLResolveInfo["fragments"];

const known = new WeakMap<FieldNode, Selection>();

/** What is asked of the value of a field, to look ahead: by whatever type, and whether or not it is skipped in the end. */
export class Selection {
  private readonly fields = new Map<string, FieldNode[]>();
  private readonly deeper = new Map<string, Selection | null>();

  private constructor(
    readonly nodes: readonly FieldNode[],
    private readonly fragments: Fragments,
  ) {
    for (const { selectionSet } of nodes) if (selectionSet) this.collect(selectionSet, new Set());
  }

  /** What is asked of the field that is being resolved. */
  static of({ fieldNodes, fragments }: Pick<GraphQLResolveInfo, "fieldNodes" | "fragments">): Selection {
    const [first] = fieldNodes;
    const found = fieldNodes.length === 1 ? known.get(first) : undefined;
    if (found) return found;
    const selection = new Selection(fieldNodes, fragments);
    if (fieldNodes.length === 1) known.set(first, selection);
    return selection;
  }

  /** What all of these ask together. */
  static together(selections: readonly (Selection | null)[]): Selection | null {
    const [first, ...others] = selections.filter((selection) => selection !== null);
    if (!first || others.length === 0) return first ?? null;
    const nodes = [first, ...others].flatMap((selection) => selection.nodes);
    return new Selection(nodes, first.fragments);
  }

  /** The names of the fields that are asked for. */
  get names(): string[] {
    return [...this.fields.keys()];
  }

  /** What is asked of a field of the value; null when the field itself is not asked for. */
  under(field: string): Selection | null {
    let selection = this.deeper.get(field);
    if (selection === undefined) {
      const nodes = this.fields.get(field);
      selection = nodes ? new Selection(nodes, this.fragments) : null;
      this.deeper.set(field, selection);
    }
    return selection;
  }

  /** Whether some place asks for it without arguments. */
  get isPlain(): boolean {
    return this.nodes.some((node) => !node.arguments?.length);
  }

  private collect({ selections }: SelectionSetNode, seen: Set<string>): void {
    for (const selection of selections) {
      if (selection.kind === "Field") {
        const { value } = selection.name;
        const nodes = this.fields.get(value);
        if (nodes) nodes.push(selection);
        else this.fields.set(value, [selection]);
      } else if (selection.kind === "InlineFragment") {
        this.collect(selection.selectionSet, seen);
      } else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        const fragment = this.fragments[selection.name.value];
        if (fragment) this.collect(fragment.selectionSet, seen);
      }
    }
  }
}
