import {
  type ASTNode,
  type ASTVisitFn,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  Kind,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { argumentPath } from "./argument-path";

const VALUE_KINDS: ReadonlySet<string> = new Set([
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
]);

/**
 * Adds `argument` to the extensions of those validation errors that are about a literal value, and puts it in
 * front of the message: graphql-js itself only gives line and column. Other validation errors stay as they are.
 */
export function nameArguments(
  schema: GraphQLSchema,
  document: DocumentNode,
  errors: ReadonlyArray<Error>,
): void {
  const waiting = new Set(errors.filter((error) => error instanceof GraphQLError).filter(mayConcernValue));
  if (waiting.size === 0) return;
  const typeInfo = new TypeInfo(schema);
  const enter: ASTVisitFn<ASTNode> = (node, _key, parent, keys, ancestors) => {
    if (!VALUE_KINDS.has(node.kind)) return;
    const argument = argumentPath(parent, keys, ancestors);
    if (argument === undefined) return;
    for (const error of waiting) {
      if (!isCulprit(node, error, typeInfo)) continue;
      waiting.delete(error);
      error.extensions.argument = argument;
      if (!error.message.startsWith(`${argument}: `)) error.message = `${argument}: ${error.message}`;
      // Equal errors without a node belong to different values, one each.
      if (!error.nodes) break;
    }
  };
  visit(document, visitWithTypeInfo(typeInfo, { enter }));
}

function mayConcernValue(error: GraphQLError): boolean {
  if (error.nodes === undefined) return true;
  return error.nodes.length === 1 && VALUE_KINDS.has(error.nodes[0]?.kind ?? "");
}

/** An error that a scalar threw without naming the node is recognised by asking the scalar again. */
function isCulprit(node: ASTNode, error: GraphQLError, typeInfo: TypeInfo): boolean {
  if (error.nodes) return error.nodes[0] === node;
  const type = getNamedType(typeInfo.getInputType());
  if (!isLeafType(type) || node.kind === Kind.LIST || node.kind === Kind.OBJECT) return false;
  try {
    type.parseLiteral(node as ValueNode, undefined);
    return false;
  } catch (again) {
    return again instanceof Error && again.message === error.message;
  }
}
