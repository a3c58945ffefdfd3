import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  TypeInfo,
  ValidationContext,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { createComplexityRule } from "graphql-query-complexity";
import { badInput, CallerError, ErrorCode } from "../../common/errors";
import { dearestPath } from "./dearest-path";
import { declaredCosts } from "./estimator";
import { pageSizes } from "./sizes";
import { SizingVariables } from "./sizing-variables";

type Variables = Readonly<Record<string, unknown>>;

/** Most fields and fragments that a query may come to, each as often as it is spread. */
const MOST_SELECTIONS = 10_000;

/** Most costs that are remembered of one document: its pages may have any size. */
const MOST_COSTS = 100;

interface Reckoned {
  cost: number;
  /** The way to what most of it is for, where it is too much. */
  dearest: string;
}

interface Known {
  sizing: SizingVariables;
  reckoned: Map<string, Reckoned>;
}

/** What queries cost, reckoned once for each document and the sizes that its variables give. */
export class QueryCosts {
  private readonly known = new WeakMap<DocumentNode, Known>();

  constructor(
    private readonly schema: GraphQLSchema,
    /** Points that one query may cost. */
    readonly limit: number,
  ) {}

  /**
   * What an operation of a valid document costs, in points; undefined where execution is going to refuse it anyhow.
   * @throws CallerError QUERY_TOO_LARGE for one whose fragments unfold to too much, and BAD_USER_INPUT for a directive with
   * a wrong argument
   */
  of(document: DocumentNode, operationName: string | undefined, variables: Variables): number | undefined {
    return this.find(document, operationName, variables)?.cost;
  }

  /** What a caller is told of the cost who asks for it. */
  told(document: DocumentNode, operationName: string | undefined, variables: Variables) {
    try {
      const requested = this.of(document, operationName, variables);
      return requested === undefined ? undefined : { requested, limit: this.limit };
    } catch {
      return undefined;
    }
  }

  /**
   * What an operation costs, as `of` gives it, unless that is more than a query may.
   * @throws CallerError QUERY_TOO_EXPENSIVE, which says what the most of it is for
   */
  check(document: DocumentNode, operationName: string | undefined, variables: Variables): number | undefined {
    const found = this.find(document, operationName, variables);
    if (!found || found.cost <= this.limit) return found?.cost;
    const { cost, dearest } = found;
    const message =
      `This query costs ${cost} points; one query may cost ${this.limit}. Most of it is for ${dearest}: ` +
      "ask there for a smaller page (`first`), for less of each item, or in several queries.";
    throw new CallerError(ErrorCode.QUERY_TOO_EXPENSIVE, message, {
      argument: "query",
      cost: { requested: cost, limit: this.limit },
      dearest,
    });
  }

  private find(document: DocumentNode, operationName: string | undefined, variables: Variables) {
    let known = this.known.get(document);
    if (!known) {
      known = { sizing: new SizingVariables(document), reckoned: new Map() };
      this.known.set(document, known);
    }
    const key = known.sizing.keyOf(operationName, variables);
    let found = known.reckoned.get(key);
    if (!found) {
      found = this.reckon(document, operationName, variables);
      if (!found) return undefined;
      if (known.reckoned.size >= MOST_COSTS) known.reckoned.clear();
      known.reckoned.set(key, found);
    }
    return found;
  }

  private reckon(
    document: DocumentNode,
    operationName: string | undefined,
    variables: Variables,
  ): Reckoned | undefined {
    const operation = getOperationAST(document, operationName);
    if (!operation) return undefined;
    const schema = this.schema;
    // Also keeps wrong values from the library, which would word every single error of them.
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
      maxErrors: 1,
    });
    if (!coerced) return undefined;
    const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
    }
    const query = { ...document, definitions: [operation, ...Object.values(fragments)] };
    const costs = new Map<FieldNode, number>();
    const estimators = [declaredCosts(pageSizes(query, fragments, coerced), costs)];
    try {
      const types = new TypeInfo(schema);
      // A field with a wrong argument costs nothing, for it is going to fail; all others are executed.
      const context = new ValidationContext(schema, query, types, () => {});
      const reckon = createComplexityRule({
        maximumComplexity: Number.POSITIVE_INFINITY,
        variables,
        estimators,
        maxQueryNodes: MOST_SELECTIONS,
      });
      const visitor = reckon(context);
      visit(query, visitWithTypeInfo(types, visitor));
      const cost = Math.ceil(visitor.complexity);
      return {
        cost,
        dearest: cost > this.limit ? dearestPath(operation.selectionSet, fragments, costs) : "",
      };
    } catch (error) {
      if (/maximum allowed number of nodes/.test((error as Error).message)) throw tooManySelections();
      // A directive with a wrong argument fails the fields beside it, but not the whole query.
      throw badInput("query", `cannot be reckoned: ${(error as Error).message}`);
    }
  }
}

function tooManySelections(): CallerError {
  return new CallerError(
    ErrorCode.QUERY_TOO_LARGE,
    `The query has more than ${MOST_SELECTIONS} fields, each counted as often as its fragments are spread. Ask for less, or in several requests.`,
    { argument: "query", limit: { name: "selections", allowed: MOST_SELECTIONS } },
  );
}
