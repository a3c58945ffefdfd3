import {
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isRequiredArgument,
  isUnionType,
} from "graphql";

const CONDITIONS = ["", "", "", "", "@include(if: $a)", "@skip(if: $b)", "@skip(if: $a) @include(if: $b)"];

/** A query made by chance: any fields under names of their own, on any types, conditions by `$a` and `$b`. */
export function randomDocument(schema: GraphQLSchema, below: (limit: number) => number): string {
  let names = 0;
  const condition = () => CONDITIONS[below(CONDITIONS.length)];
  const selection = (type: GraphQLCompositeType, depth: number): string => {
    const parts = ["__typename"];
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    for (let i = 0; fields.length > 0 && i < 1 + below(5); i += 1) {
      const field = fields[below(fields.length)];
      const inner = getNamedType(field.type);
      if (field.args.some(isRequiredArgument) || (isCompositeType(inner) && depth === 0)) continue;
      names += 1;
      const within = isCompositeType(inner) ? selection(inner, depth - 1) : "";
      parts.push(`f${names}: ${field.name} ${condition()} ${within}`);
    }
    for (const possible of isAbstractType(type) ? schema.getPossibleTypes(type) : []) {
      if (depth > 0 && below(2))
        parts.push(`... on ${possible.name} ${condition()} ${selection(possible, depth - 1)}`);
    }
    return `{ ${parts.join(" ")} }`;
  };
  return `query ($a: Boolean!, $b: Boolean!) { a: __typename @skip(if: $a) b: __typename @include(if: $b) ... ${selection(schema.getQueryType() as GraphQLObjectType, 4)} }`;
}
