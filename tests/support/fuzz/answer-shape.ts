import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getOperationAST,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionNode,
  TypeNameMetaFieldDef,
  valueFromASTUntyped,
} from "graphql";

const SCALARS: Readonly<Record<string, (value: unknown) => boolean>> = {
  Int: Number.isInteger,
  Float: (value) => typeof value === "number",
  Boolean: (value) => typeof value === "boolean",
};

/** Holds the data of an answer against the query that was asked, and the schema. */
export class AnswerShape {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  /** What is wrong with the data; undefined when nothing is. */
  problem(data: unknown): string | undefined {
    const operation = getOperationAST(this.document);
    const type = operation && this.schema.getRootType(operation.operation);
    if (data === null || !operation || !type) return undefined;
    return this.ofObject(type, data, operation.selectionSet.selections, "data");
  }

  private ofValue(
    type: GraphQLOutputType,
    value: unknown,
    nodes: FieldNode[],
    path: string,
  ): string | undefined {
    if (isNonNullType(type)) {
      return value === null ? `${path} is null` : this.ofValue(type.ofType, value, nodes, path);
    }
    if (value === null) return undefined;
    if (isListType(type)) {
      if (!Array.isArray(value)) return `${path} is no list`;
      return first(value.map((item, i) => this.ofValue(type.ofType, item, nodes, `${path}.${i}`)));
    }
    if (isLeafType(type)) {
      const isRight = isEnumType(type)
        ? typeof value === "string" && type.getValue(value) !== undefined
        : (SCALARS[type.name] ?? ((text: unknown) => typeof text === "string"))(value);
      return isRight ? undefined : `${path} is no ${type.name}`;
    }
    const named = isAbstractType(type)
      ? this.schema.getType(String((value as { __typename?: string }).__typename))
      : type;
    // What has no `__typename` cannot be told.
    if (!isObjectType(named)) return undefined;
    return this.ofObject(
      named,
      value,
      nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []),
      path,
    );
  }

  private ofObject(
    type: GraphQLObjectType,
    value: unknown,
    selections: readonly SelectionNode[],
    path: string,
  ): string | undefined {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return `${path} is no object`;
    const expected = new Map<string, FieldNode[]>();
    this.collect(type, selections, expected);
    const [given, asked] = [Object.keys(value).join(), [...expected.keys()].join()];
    if (given !== asked) return `${path} has ${given}, not ${asked}`;
    return first(
      [...expected].map(([key, nodes]) => {
        const name = nodes[0].name.value;
        const field = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : type.getFields()[name];
        // `__schema` and `__type` are no fields of the type; graphql-js answers them.
        return (
          field && this.ofValue(field.type, (value as Record<string, unknown>)[key], nodes, `${path}.${key}`)
        );
      }),
    );
  }

  private collect(
    type: GraphQLObjectType,
    selections: readonly SelectionNode[],
    into: Map<string, FieldNode[]>,
  ): void {
    for (const selection of selections) {
      if (!this.isIncluded(selection.directives ?? [])) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        into.set(key, [...(into.get(key) ?? []), selection]);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : this.document.definitions.find(
              (definition) =>
                definition.kind === Kind.FRAGMENT_DEFINITION &&
                definition.name.value === selection.name.value,
            );
      if (!fragment || !("selectionSet" in fragment)) continue;
      const condition = "typeCondition" in fragment ? fragment.typeCondition?.name.value : undefined;
      const on = condition ? this.schema.getType(condition) : type;
      if (on === type || (isAbstractType(on) && this.schema.isSubType(on, type))) {
        this.collect(type, fragment.selectionSet.selections, into);
      }
    }
  }

  private isIncluded(directives: readonly DirectiveNode[]): boolean {
    return directives.every(({ name, arguments: [condition] = [] }) => {
      const value = condition && valueFromASTUntyped(condition.value, { ...this.variables });
      return name.value === "skip" ? value !== true : name.value !== "include" || value === true;
    });
  }
}

function first(problems: readonly (string | undefined)[]): string | undefined {
  return problems.find((problem) => problem !== undefined);
}
