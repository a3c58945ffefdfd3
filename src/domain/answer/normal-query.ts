import {
  type ArgumentNode,
  type DocumentNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  print,
  separateOperations,
  valueFromASTUntyped,
  visit,
} from "graphql";
import { canonicalJson } from "../../common/canonical-json";
import { badInput, CallerError, ErrorCode } from "../../common/errors";

type Variables = Readonly<Record<string, unknown>>;

/** A query in its normal form, in which it is kept. */
export interface NormalQuery {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** The text of the document. */
  text: string;
  variables: Variables;
  /** The variables as canonical JSON. */
  variablesText: string;
}

/** Variables are nested as deep as a request may nest them, and no deeper. */
const DEEPEST_VARIABLES = 64;

/**
 * Brings a valid document to its normal form: the operation that is meant with the fragments that it uses, arguments and
 * variables in the order of their names, printed in one way; of the variables those that it has, with their defaults.
 * Names, aliases and the order of fields stay, for they shape the answer.
 * @throws CallerError where it does not say which operation is meant, or this is no query
 */
export function normalQuery(
  given: DocumentNode,
  operationName: string | null,
  variables: Variables,
): NormalQuery {
  const meant = getOperationAST(given, operationName);
  if (!meant) throw unknownOperation(operationName);
  if (meant.operation !== "query") throw badInput("query", `is a ${meant.operation}. Only queries are kept.`);
  const alone = separateOperations(given)[meant.name?.value ?? ""];
  const document = sorted(alone);
  const operation = getOperationAST(document) as OperationDefinitionNode;
  const used = usedVariables(operation, variables);
  const variablesText = canonicalJson(used, DEEPEST_VARIABLES);
  if (variablesText === undefined) {
    throw badInput("variables", `are nested deeper than ${DEEPEST_VARIABLES} levels.`);
  }
  return { document, operation, text: print(document), variables: used, variablesText };
}

const byName = (one: { name: { value: string } }, other: { name: { value: string } }) =>
  one.name.value < other.name.value ? -1 : 1;

/** What has no order of its own gets that of its names. */
function sorted(document: DocumentNode): DocumentNode {
  const withArguments = <T extends { arguments?: readonly ArgumentNode[] | undefined }>(node: T): T => ({
    ...node,
    arguments: node.arguments && [...node.arguments].sort(byName),
  });
  const inOrder = visit(document, {
    Field: { leave: withArguments },
    Directive: { leave: withArguments },
    ObjectValue: { leave: (node) => ({ ...node, fields: [...node.fields].sort(byName) }) },
    OperationDefinition: {
      leave: (node) => ({
        ...node,
        variableDefinitions: [...(node.variableDefinitions ?? [])].sort((one, other) =>
          byName(one.variable, other.variable),
        ),
      }),
    },
  });
  const rank = (kind: string) => (kind === Kind.OPERATION_DEFINITION ? 0 : 1);
  const definitions = [...inOrder.definitions].sort(
    (one, other) =>
      rank(one.kind) - rank(other.kind) ||
      ("name" in one && "name" in other && one.name && other.name ? byName(one as never, other as never) : 0),
  );
  return { ...inOrder, definitions };
}

function usedVariables({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables): Variables {
  const used: Record<string, unknown> = {};
  for (const { variable, defaultValue } of variableDefinitions) {
    const name = variable.name.value;
    if (Object.hasOwn(given, name)) used[name] = given[name];
    else if (defaultValue) used[name] = valueFromASTUntyped(defaultValue);
  }
  return used;
}

function unknownOperation(operationName: string | null): CallerError {
  const message =
    operationName === null
      ? "query: has not exactly one operation. Say by `operationName` which one is meant."
      : `operationName: the query has no operation "${operationName.slice(0, 80)}".`;
  return new CallerError(ErrorCode.OPERATION_RESOLUTION_FAILURE, message, { argument: "operationName" });
}
