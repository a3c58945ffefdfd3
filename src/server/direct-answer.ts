import { type DocumentNode, type GraphQLSchema, getOperationAST, OperationTypeNode } from "graphql";
import type { Executor } from "./execution/executor";
import type { Charge, Outcome } from "./execution/gateway";
import { checkVariables, hasCheckedLiterals } from "./input-check";
import type { KnownDocuments } from "./known-documents";
import type { QueryCosts } from "./limits/query-costs";
import type { OperationRequest } from "./operation-request";

/** What an operation is executed with. */
export interface Execution {
  documents: KnownDocuments;
  schema: GraphQLSchema;
  execute: Executor;
  costs: QueryCosts;
}

/**
 * Executes a query whose document was found right before, without Apollo Server, which would go all its ways again.
 * Whoever asked is charged with what it costs. Undefined, with nothing done, for everything else: for what is new or no
 * query, and where variables or context fail.
 */
export async function executeKnown<Context extends object>(
  { query, hash = "", operationName, variables }: OperationRequest,
  { documents, schema, execute, costs }: Execution,
  charge: Charge | undefined,
  createContext: () => Promise<Context> | Context,
): Promise<
  { outcome: Outcome; context: Context; document: DocumentNode; points: number | undefined } | undefined
> {
  const document = (query === undefined ? documents.ofHash(hash) : documents.ofText(query))?.document;
  if (!document || !hasCheckedLiterals(document)) return undefined;
  if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.QUERY) return undefined;
  let context: Context;
  let points: number | undefined;
  try {
    checkVariables(document, variables);
    points = costs.check(document, operationName, variables);
    context = await createContext();
  } catch {
    return undefined;
  }
  // Not within the `try`: who has no points left is not to be answered by another way.
  if (charge) await charge(points ?? 0);
  const result = await execute({
    schema,
    document,
    contextValue: context,
    variableValues: variables,
    operationName,
  });
  return { outcome: { result, isComplete: !result.errors }, context, document, points };
}
