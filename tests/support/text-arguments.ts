import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";

/** A place of the schema that takes a text, and a query that puts the variable `$v` there. */
export interface TextArgument {
  /** Such as `Paper.citedBy(where)`. */
  place: string;
  query: string;
  /** The argument's value with a text in each place that takes one, and with each of them alone. */
  values: (text: string) => unknown[];
}

/** Deepest nesting of conditions that texts are put into. */
const DEPTH = 3;

/**
 * Every argument of every field that takes a text, each reached from a root field by the shortest way.
 * @param refs the value of `ref` for each root field that needs one, and of `refs`
 */
export function textArguments(schema: GraphQLSchema, refs: Readonly<Record<string, string>>): TextArgument[] {
  const found: TextArgument[] = [];
  const ways: { type: GraphQLObjectType; wrap: (inner: string) => string }[] = [
    { type: schema.getQueryType() as GraphQLObjectType, wrap: (inner) => inner },
  ];
  const reached = new Set(ways.map(({ type }) => type.name));
  for (const { type, wrap } of ways) {
    for (const field of Object.values(type.getFields())) {
      const result = getNamedType(field.type);
      for (const argument of field.args.filter((one) => valuesOf(one.type, "x").length > 0)) {
        const others = requiredOf(field, refs).filter(([name]) => name !== argument.name);
        const given = [...others, [argument.name, "$v"]].map(([name, value]) => `${name}: ${value}`);
        const asked = `${field.name}(${given.join(", ")}) ${isLeafType(result) ? "" : selectionOf(result as GraphQLObjectType)}`;
        found.push({
          place: `${type.name}.${field.name}(${argument.name})`,
          query: `query ($v: ${argument.type}) { ${wrap(asked)} }`,
          values: (text) => valuesOf(argument.type, text),
        });
      }
      if (!isObjectType(result) || reached.has(result.name)) continue;
      reached.add(result.name);
      const given = requiredOf(field, refs).map(([name, value]) => `${name}: ${value}`);
      const call = given.length ? `${field.name}(${given.join(", ")})` : field.name;
      ways.push({ type: result, wrap: (inner) => wrap(`${call} { ${inner} }`) });
    }
  }
  return found;
}

function requiredOf(
  field: GraphQLField<unknown, unknown>,
  refs: Readonly<Record<string, string>>,
): [string, string][] {
  const isRequired = ({ type, defaultValue }: GraphQLArgument) =>
    isNonNullType(type) && defaultValue === undefined;
  return field.args
    .filter(isRequired)
    .map(({ name }) => [name, refs[name === "ref" ? field.name : name] ?? '"x"']);
}

/** Reads what there is of a list, so that its statement is sent. */
function selectionOf(type: GraphQLObjectType): string {
  const fields = isObjectType(type) ? type.getFields() : {};
  return `{ __typename ${fields.totalCount ? "totalCount" : ""} ${fields.nodes ? "nodes { __typename }" : ""} }`;
}

function valuesOf(type: GraphQLInputType, text: string): unknown[] {
  const named = getNamedType(type);
  const whole = placed(type, text, DEPTH);
  if (whole === undefined) return [];
  if (!isInputObjectType(named)) return [whole];
  // Each alone as well, so that one's refusal hides no other.
  return [whole, ...Object.entries(whole as object).map(([name, value]) => ({ [name]: value }))];
}

function placed(type: GraphQLInputType, text: string, depth: number): unknown {
  if (isNonNullType(type)) return placed(type.ofType, text, depth);
  if (isListType(type)) {
    const item = placed(type.ofType, text, depth);
    return item === undefined ? undefined : [item];
  }
  if (!isInputObjectType(type)) return ["String", "ID"].includes(type.name) ? text : undefined;
  if (depth === 0) return undefined;
  const members = Object.values(type.getFields()).map((field) => [
    field.name,
    placed(field.type, text, depth - 1),
  ]);
  const given = members.filter(([, value]) => value !== undefined);
  return given.length ? Object.fromEntries(given) : undefined;
}
