import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { badInput } from "../../common/errors";

/** Names of the fields that a query asks for at its outermost level, those of its fragments included. */
export function rootFieldsOf(document: DocumentNode, operation: OperationDefinitionNode): string[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const names = new Set<string>();
  const see = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) see(selection.selectionSet);
      else see((fragments.get(selection.name.value) as FragmentDefinitionNode).selectionSet);
    }
  };
  see(operation.selectionSet);
  return [...names];
}

/**
 * Refuses what is no question to the data: the schema, and answers that are kept, which would be asked within each other.
 * @throws CallerError
 */
export function checkKeepable(roots: readonly string[]): void {
  if (roots.includes("answer")) {
    throw badInput(
      "query",
      "asks for a kept answer. Keep the question that it answers, or cite that answer.",
    );
  }
  if (roots.some((name) => name === "__schema" || name === "__type")) {
    throw badInput("query", "asks for the schema. Only answers from the data are kept.");
  }
  if (roots.every((name) => name === "__typename")) {
    throw badInput("query", "asks for nothing of the data.");
  }
}
