import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type SelectionSetNode,
} from "graphql";

/** What stands under the names of an answer, as its query alone says it. */
export type AnswerShape = Map<string, ShapeField>;

export interface ShapeField {
  /** The field's own name, whatever it is called in the answer. */
  field: string;
  shape: AnswerShape;
}

/** The shape of a query's answer. It needs no schema, so that it is known of queries that fit the schema no more. */
export function shapeOf(document: DocumentNode): AnswerShape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const shape: AnswerShape = new Map();
  const operation = getOperationAST(document);
  if (operation) addTo(shape, operation.selectionSet, fragments);
  return shape;
}

function addTo(
  shape: AnswerShape,
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value;
      let entry = shape.get(name);
      if (!entry) {
        entry = { field: selection.name.value, shape: new Map() };
        shape.set(name, entry);
      }
      if (selection.selectionSet) addTo(entry.shape, selection.selectionSet, fragments);
    } else {
      const within =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (within) addTo(shape, within.selectionSet, fragments);
    }
  }
}
