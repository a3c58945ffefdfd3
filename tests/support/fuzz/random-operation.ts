import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from "graphql";
import type { RandomValues } from "./random-values";

const CONDITIONS = ["", "", "", "", "@include(if: $a)", "@skip(if: $b)", "@skip(if: $a) @include(if: $b)"];

/** Most levels of fields. */
const DEPTH = 4;

export interface RandomOperation {
  query: string;
  variables: Record<string, unknown>;
}

/**
 * A valid query made by chance: any fields under names of their own, on any types, with arguments as literals and as
 * variables, fragments of both kinds, and conditions.
 */
export function randomOperation(
  schema: GraphQLSchema,
  below: (limit: number) => number,
  values: RandomValues,
): RandomOperation {
  const writer = new Writer(schema, below, values);
  const body = writer.selection(schema.getQueryType() as GraphQLObjectType, DEPTH);
  const definitions = ["$a: Boolean!", "$b: Boolean!", ...writer.definitions].join(", ");
  const query = `query q(${definitions}) { a: __typename @skip(if: $a) b: __typename @include(if: $b) ... ${body} }`;
  return { query: [query, ...writer.fragments].join("\n"), variables: writer.variables };
}

class Writer {
  readonly definitions: string[] = [];
  readonly fragments: string[] = [];
  readonly variables: Record<string, unknown>;
  private names = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly below: (limit: number) => number,
    private readonly values: RandomValues,
  ) {
    this.variables = { a: below(2) === 0, b: below(2) === 0 };
  }

  selection(type: GraphQLCompositeType, depth: number): string {
    const parts = ["__typename"];
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    for (let i = 0; fields.length > 0 && i < 1 + this.below(5); i += 1) {
      parts.push(this.field(fields[this.below(fields.length)], depth));
    }
    for (const possible of isAbstractType(type) ? this.schema.getPossibleTypes(type) : []) {
      if (depth > 0 && this.below(2)) parts.push(this.onType(possible, depth - 1));
    }
    if (isObjectType(type) && depth > 0 && this.below(8) === 0) parts.push(this.onType(type, depth - 1));
    return `{ ${parts.join(" ")} }`;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const inner = getNamedType(field.type);
    if (isCompositeType(inner) && depth === 0) return "";
    const given = field.args.filter((argument) => isRequiredArgument(argument) || this.below(3) === 0);
    const written = this.values.complete(field.args, given).map((argument) => this.argument(argument));
    const within = isCompositeType(inner) ? this.selection(inner, depth - 1) : "";
    this.names += 1;
    const list = written.length > 0 ? `(${written.join(", ")})` : "";
    return `f${this.names}: ${field.name}${list} ${this.condition()} ${within}`;
  }

  private argument({ name, type }: GraphQLArgument): string {
    const value = this.values.ofArgument(name, type);
    if (this.below(3) > 0) return `${name}: ${value.literal}`;
    const variable = `v${this.definitions.length}`;
    this.definitions.push(`$${variable}: ${type}`);
    this.variables[variable] = value.json;
    return `${name}: $${variable}`;
  }

  /** A fragment in place, or one with a name. */
  private onType(type: GraphQLObjectType, depth: number): string {
    const body = this.selection(type, depth);
    if (this.below(3) > 0) return `... on ${type.name} ${this.condition()} ${body}`;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type.name} ${body}`);
    return `...${name} ${this.condition()}`;
  }

  private condition(): string {
    return CONDITIONS[this.below(CONDITIONS.length)];
  }
}
