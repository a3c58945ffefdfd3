import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from "graphql";
import { collectFields, collectSubfields } from "graphql/execution/collectFields";

/** An object of an answer. */
export type Row = Record<string, unknown>;

/** The fields that are asked of objects of one type in one place. */
export interface SelectionPlan {
  fields: FieldPlan[];
  /** Makes an empty object of the answer; those of one selection have one shape. */
  Row: new () => Row;
}

/** One field of an answer. */
export interface FieldPlan {
  /** Its name in the answer. */
  key: string;
  definition: GraphQLField<unknown, unknown>;
  nodes: readonly FieldNode[];
  parentType: GraphQLObjectType;
  value: ValuePlan;
}

/** How a value becomes a part of the answer, by its type. */
export type ValuePlan = LeafPlan | ListPlan | CompositePlan;

interface PlanOf<Kind extends string> {
  kind: Kind;
  isNonNull: boolean;
}

type LeafPlan = PlanOf<"leaf"> & { type: GraphQLLeafType };
type ListPlan = PlanOf<"list"> & { item: ValuePlan };
export type CompositePlan = (
  | (PlanOf<"object"> & { type: GraphQLObjectType })
  | (PlanOf<"abstract"> & { type: GraphQLAbstractType })
) & {
  selections: Map<GraphQLObjectType, SelectionPlan>;
};

/**
 * What of an operation is the same each time it is executed. Deeper selections are planned when the first object comes
 * there, so that no document makes more plans than it has objects.
 */
export class OperationPlan {
  readonly root: SelectionPlan;

  /**
   * @param conditions values of the variables that `@skip` and `@include` look at: the plan holds for these
   * @throws where graphql-js would answer with an error about the operation as a whole
   */
  constructor(
    readonly schema: GraphQLSchema,
    readonly operation: OperationDefinitionNode,
    readonly fragments: Record<string, FragmentDefinitionNode>,
    readonly conditions: Record<string, unknown>,
  ) {
    const type = schema.getRootType(operation.operation);
    if (!type) throw new Error(`The schema has no type for a ${operation.operation}.`);
    this.root = this.plan(type, collectFields(schema, fragments, conditions, type, operation.selectionSet));
  }

  /** The fields that are asked of an object of this type as a value of the field. */
  selectionOf(field: FieldPlan, { selections }: CompositePlan, type: GraphQLObjectType): SelectionPlan {
    let selection = selections.get(type);
    if (!selection) {
      const { schema, fragments, conditions } = this;
      selection = this.plan(type, collectSubfields(schema, fragments, conditions, type, field.nodes));
      selections.set(type, selection);
    }
    return selection;
  }

  private plan(parentType: GraphQLObjectType, collected: Map<string, readonly FieldNode[]>): SelectionPlan {
    const fields: FieldPlan[] = [];
    for (const [key, nodes] of collected) {
      const definition = this.definitionOf(parentType, nodes[0]);
      if (definition) fields.push({ key, definition, nodes, parentType, value: planValue(definition.type) });
    }
    return { fields, Row: rowClass() };
  }

  private definitionOf(parentType: GraphQLObjectType, { name }: FieldNode) {
    if (name.value === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
    if (parentType === this.schema.getQueryType()) {
      if (name.value === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name.value === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    return parentType.getFields()[name.value];
  }
}

function planValue(type: GraphQLOutputType): ValuePlan {
  const isNonNull = isNonNullType(type);
  const inner = isNonNull ? type.ofType : type;
  if (isLeafType(inner)) return { kind: "leaf", isNonNull, type: inner };
  if (isListType(inner)) return { kind: "list", isNonNull, item: planValue(inner.ofType) };
  if (isAbstractType(inner)) return { kind: "abstract", isNonNull, type: inner, selections: new Map() };
  return { kind: "object", isNonNull, type: inner, selections: new Map() };
}

function rowClass(): new () => Row {
  class AnswerRow {
    [field: string]: unknown;
  }
  // A caller may call a field of the answer as they like, `__proto__` too.
  Object.setPrototypeOf(AnswerRow.prototype, null);
  return AnswerRow;
}
