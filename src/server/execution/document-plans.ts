import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import { OperationPlan } from "./plan";

/** Most plans that are kept of one document: it may have several operations, and conditions that differ. */
const MOST_PLANS = 8;

/** The plans of one document's operations. */
export class DocumentPlans {
  private readonly fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  private readonly conditionNames = new Set<string>();
  private readonly plans = new Map<string, OperationPlan>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments[definition.name.value] = definition;
    }
    visit(document, {
      Directive: (directive) =>
        visit(directive, { Variable: ({ name }) => void this.conditionNames.add(name.value) }),
    });
  }

  /** The plan of an operation, for these values of its variables. */
  planOf(operation: OperationDefinitionNode, variableValues: Record<string, unknown>): OperationPlan {
    const names = [...this.conditionNames].filter((name) => Object.hasOwn(variableValues, name));
    const conditions = Object.fromEntries(names.map((name) => [name, variableValues[name]]));
    const key = JSON.stringify([operation.name?.value, conditions]);
    let plan = this.plans.get(key);
    if (!plan) {
      plan = new OperationPlan(this.schema, operation, this.fragments, conditions);
      if (this.plans.size >= MOST_PLANS) this.plans.clear();
      this.plans.set(key, plan);
    }
    return plan;
  }
}
