import { type ASTNode, Kind } from "graphql";

type NodeOrList = ASTNode | ReadonlyArray<ASTNode>;
type Keys = ReadonlyArray<string | number>;

/**
 * Where in a document a value stands, as the caller would name it: `where.and[0].score.gt` for a value in an
 * argument, `$after` for the default of a variable.
 * The parameters are what `visit` of graphql-js hands to a visitor; there, `ancestors` ends above the parent.
 * @returns undefined for a node that is not within an argument or a default
 */
export function argumentPath(
  parent: NodeOrList | undefined,
  keys: Keys,
  ancestors: ReadonlyArray<NodeOrList>,
): string | undefined {
  let path: string | undefined;
  [...ancestors, parent].forEach((ancestor, depth) => {
    if (!ancestor || !("kind" in ancestor)) return;
    if (ancestor.kind === Kind.ARGUMENT) path = ancestor.name.value;
    else if (ancestor.kind === Kind.VARIABLE_DEFINITION) path ??= `$${ancestor.variable.name.value}`;
    else if (ancestor.kind === Kind.OBJECT_FIELD) path += `.${ancestor.name.value}`;
    else if (ancestor.kind === Kind.LIST) path += `[${keys[depth + 1]}]`;
  });
  return path;
}
