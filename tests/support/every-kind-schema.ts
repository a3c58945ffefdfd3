import { buildSchema, type GraphQLFieldResolver, type GraphQLScalarType, type GraphQLSchema } from "graphql";
import { badInput } from "../../src/common/errors";

const SDL = /* GraphQL */ `
  scalar Day
  enum Size { SMALL LARGE }
  input Range { from: Int = 1, to: Int!, day: Day }
  input Where { size: Size = SMALL, names: [String!], range: Range, all: [Where!], text: String }
  interface Named { name: String! }
  interface Sized implements Named { name: String!, size: Size }
  type Box implements Named & Sized { name: String!, size: Size, weight: Float, lid: Box, things: [Thing!]!, opened(by: String = "nobody"): String }
  type Bag implements Named { name: String!, holes: Int!, thing: Thing, late(ms: Int): Named! }
  union Thing = Box | Bag
  type Checked { id: ID }
  type Query {
    text: String
    number: Int
    exact: Float!
    flag: Boolean
    day: Day
    id: ID
    size: Size
    echo(where: Where, text: String = "x", day: Day, list: [[Int]]): String
    required(where: Where!, size: Size! = LARGE): String!
    box(name: String = "box"): Box
    sureBox: Box!
    bag: Bag
    things(count: Int = 3): [Thing]
    sureThings: [Thing!]!
    named: Named
    sized: Sized
    slowNamed: Named
    numbers: [Int!]
    grid: [[Int!]]!
    promises: [String]
    surePromises: [String!]
    checked(is: Boolean): Checked
    method(factor: Int): Int
    nothing: Box
    sureNothing: Box!
    wrongInt: Int
    sureWrongInt: Int!
    wrongList: [Int]
    brokenList: [Int]
    wrongDay: Day
    emptyDay: Day
    wrongType: Named
    noType: Thing
    error: String
    sureError: String!
    returnsError: String
    rejects: String
    sureRejects: String!
    throwsText: String
    errorLater: Box
    asks(name: String): String
    brokenBoxes: [Box]
    getter: Box
  }
  type Mutation { touch: Boolean }
`;

const later = <T>(value: T, turns = 1): Promise<T> =>
  turns === 0 ? Promise.resolve(value) : Promise.resolve().then(() => later(value, turns - 1));

const box = (name: string, depth = 0): Record<string, unknown> => ({
  __typename: "Box",
  name,
  size: depth % 2 ? "LARGE" : "SMALL",
  weight: 1.5,
  lid: depth > 3 ? null : () => later(box(`${name}'s lid`, depth + 1)),
  things: () =>
    [bag(`in ${name}`), depth > 1 ? null : later(box("small", depth + 2))].slice(0, depth > 1 ? 1 : 2),
  opened: ({ by }: { by: string }) => `by ${by}`,
});

const bag = (name: string): Record<string, unknown> => ({
  __typename: "Bag",
  name,
  holes: later(2),
  thing: later(null),
  late: ({ ms }: { ms?: number }) => later(ms === 13 ? null : box(`late ${ms}`, 2), 3),
});

const fail = (message: string) => {
  throw new Error(message);
};

const resolvers: Record<string, GraphQLFieldResolver<unknown, { asked: string[] }>> = {
  text: () => "a text",
  number: () => later(5),
  exact: () => 0.1,
  flag: () => false,
  day: () => new Date(0),
  id: () => 7,
  size: () => "LARGE",
  echo: (_source, values, _context, { path, fieldName }) =>
    JSON.stringify({ values, key: path.key, on: path.typename, fieldName }),
  required: (_source, values) => later(JSON.stringify(values)),
  box: (_source, { name }) => box(name),
  sureBox: () => later(box("sure")),
  bag: () => bag("bag"),
  things: (_source, { count }) =>
    Array.from({ length: count }, (_, i) =>
      i % 3 === 2 ? later(null) : i % 3 ? later(bag(`b${i}`)) : box(`x${i}`),
    ),
  sureThings: () => later([box("a"), bag("b")]),
  named: () => box("named"),
  sized: () => later(box("sized")),
  slowNamed: () => later({ kind: "Bag", ...bag("slow"), __typename: undefined }),
  numbers: () => new Set([1, 2, 3]),
  grid: () => [[1, 2], null, later([3])],
  promises: () => [later("a", 3), "b", later(null)],
  surePromises: () => [later("a", 3), "b", later(null)],
  checked: (_source, values) => ({ is: values.is }),
  nothing: () => null,
  sureNothing: () => later(undefined),
  wrongInt: () => "five",
  sureWrongInt: () => later("five"),
  wrongList: () => 5,
  brokenList: () => [1, "two", later(3), later(undefined)],
  wrongDay: () => "no date",
  emptyDay: () => "empty",
  wrongType: () => ({ __typename: "Query" }),
  noType: () => ({ name: "untyped" }),
  error: () => fail("told"),
  sureError: () => fail("told for sure"),
  returnsError: () => new Error("returned"),
  rejects: () => Promise.reject(new Error("rejected")),
  sureRejects: () => later(undefined, 2).then(() => fail("rejected for sure")),
  throwsText: () => {
    throw "only a text";
  },
  errorLater: () => ({ ...box("broken"), name: () => later(undefined, 4).then(() => fail("no name")) }),
  asks: (_source, { name }, { asked }) => {
    asked.push(name);
    if (!name) throw badInput("name", "is empty.", ["a name"]);
    return name;
  },
  brokenBoxes: () => [box("whole"), { ...box("x"), name: null }, later({ ...box("y"), weight: "heavy" })],
  getter: () => ({
    get name() {
      return fail("the getter threw");
    },
  }),
};

/** A schema in which every kind of type, resolver and failure is to be found, for comparing executors. */
export function everyKindSchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const [name, resolve] of Object.entries(resolvers)) fields[name].resolve = resolve;
  const day = (value: unknown) =>
    typeof value === "string" && /^\d{4}/.test(value) ? new Date(value) : fail(`"${value}" is no day`);
  Object.assign(schema.getType("Day") as GraphQLScalarType, {
    serialize: (value: unknown) =>
      value instanceof Date
        ? value.toISOString().slice(0, 10)
        : value === "empty"
          ? undefined
          : fail("no day at all"),
    parseValue: day,
    parseLiteral: (node: { value?: unknown }) => day(node.value),
  });
  Object.assign(schema.getType("Named") ?? {}, {
    resolveType: (value: { __typename?: string; kind: string }) => value.__typename ?? later(value.kind),
  });
  Object.assign(schema.getType("Checked") ?? {}, {
    isTypeOf: (value: { is?: boolean }) => (value.is === undefined ? later(true) : value.is),
  });
  return schema;
}

/** What the fields without a resolver are read from. */
export const everyKindRoot = { method: ({ factor = 1 }) => later(factor * 2) };
