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
  /** Charges whoever asked with what the query costs. */
  charge?: Charge;
}

/**
 * Executes a query whose document was found right before, without Apollo Server, which would go all its ways again.
 * Undefined, with nothing done, for everything else: for what is new or no query, and where variables or context fail.
 */
export async function executeKnown<Context extends object>(
  { query, hash = "", operationName, variables }: OperationRequest,
  { documents, schema, execute, costs, charge }: Execution,
  createContext: () => Promise<Context> | Context,
): Promise<{ outcome: Outcome; context: Context; document: DocumentNode } | undefined> {
  const document = (query === undefined ? documents.ofHash(hash) : documents.ofText(query))?.document;
  if (!document || !hasCheckedLiterals(document)) return undefined;
  if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.QUERY) return undefined;
  let context: Context;
  try {
    checkVariables(document, variables);
    costs.check(document, operationName, variables);
    context = await createContext();
  } catch {
    return undefined;
  }
  // Not within the `try`: who has no points left is not to be answered by another way.
  if (charge) await charge(costs.of(document, operationName, variables) ?? 0);
  const result = await execute({
    schema,
    document,
    contextValue: context,
    variableValues: variables,
    operationName,
  });
  return { outcome: { result, isComplete: !result.errors }, context, document };
}
