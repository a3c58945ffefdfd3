import { type ExecutionArgs, type ExecutionResult, execute, GraphQLError, parse, validate } from "graphql";
import { plannedExecutor } from "../../../src/server/execution/executor";
import { everyKindRoot, everyKindSchema } from "../../support/every-kind-schema";

const schema = everyKindSchema();
const planned = plannedExecutor(schema);

/** All that there is of an answer. */
function whole({ data, errors }: ExecutionResult) {
  return {
    text: JSON.stringify({ data }),
    errors: errors?.map((error) => {
      expect(error).toBeInstanceOf(GraphQLError);
      const cause = error.originalError;
      return {
        ...error.toJSON(),
        cause: cause && [cause.constructor.name, cause.message],
        at: error.nodes?.length,
      };
    }),
  };
}

async function bothAnswers(query: string, variableValues?: Record<string, unknown>, operationName?: string) {
  const document = parse(query);
  const args = (): ExecutionArgs => ({
    schema,
    document,
    rootValue: everyKindRoot,
    contextValue: { asked: [] },
    variableValues,
    operationName,
  });
  const expected = whole(await execute(args()));
  // Once as it is planned, and once as it was.
  return { expected, answers: [whole(await planned(args())), whole(await planned(args()))] };
}

async function expectSame(...[query, variables, operationName]: Parameters<typeof bothAnswers>) {
  const { expected, answers } = await bothAnswers(query, variables, operationName);
  for (const answer of answers) expect(answer).toEqual(expected);
  return expected;
}

describe("the planned executor answers as graphql-js does", () => {
  it.each([
    "{ text number exact flag day id size __typename }",
    "{ other: text text again: text ...f ... on Query { number } ... { size } } fragment f on Query { number text }",
    '{ echo a: echo(where: { names: "one" range: { to: 3 } }) b: echo(where: { all: [{ size: LARGE }] } list: [1 [2]] day: "2020-01-01") }',
    '{ echo(text: null) b: echo(text: "\\u005f_\\" ` $ \\n") required(where: {}) }',
    '{ box { name size weight things { __typename ... on Named { name } ... on Bag { holes } } opened lid { opened(by: "me") lid { name lid { name lid { name } } } } } }',
    "{ sureBox { name ... on Sized { size } ... on Named { name } } bag { holes thing { __typename } late(ms: 1) { name } } }",
    "{ things { __typename ... on Box { name weight } ... on Bag { name } } sureThings { ... on Box { lid { name } } } }",
    "{ named { name ... on Box { weight } } sized { size name } slowNamed { __typename name ... on Bag { holes } } }",
    "{ numbers grid promises method three: method(factor: 3) nothing { name } checked { id } }",
    "{ box { name } box { size } box { things { ... on Named { name } } things { ... on Bag { holes } } } }",
    "{ __proto__: text constructor: number toString: text box { __proto__: name hasOwnProperty: size } }",
    "{ a_b: box { c: name } a: box { b_c: name } c_a_b: text }",
    '{ __schema { queryType { name fields(includeDeprecated: true) { name args { name defaultValue type { ofType { name } } } } } directives { name } } __type(name: "Box") { kind name possibleTypes { name } interfaces { name } } }',
    "{ text @skip(if: true) number @include(if: false) flag @skip(if: false) @include(if: true) box @include(if: true) { name @skip(if: true) } }",
    "mutation { touch }",
  ])("%s", async (query) => {
    expect(validate(schema, parse(query))).toEqual([]);
    expect((await expectSame(query)).errors).toBeUndefined();
  });

  it.each([
    "{ error text }",
    "{ text sureError }",
    "{ rejects text }",
    "{ sureRejects box { name } text }",
    "{ returnsError throwsText }",
    "{ throwsText }",
    "{ sureNothing { name } }",
    "{ wrongInt }",
    "{ sureWrongInt text }",
    "{ wrongList text }",
    "{ brokenList }",
    "{ wrongDay }",
    "{ emptyDay text }",
    "{ wrongType { name } text }",
    "{ noType { __typename } text }",
    "{ errorLater { size name lid { name } } text }",
    "{ text sureBox { lid { lid { name } } } errorLater { name } }",
    "{ brokenBoxes { name weight } }",
    "{ brokenBoxes { weight size } }",
    "{ surePromises promises }",
    "{ getter { name } }",
    "{ checked(is: false) { id } text }",
    "{ bag { late(ms: 13) { name } name } text }",
    "{ asks }",
    '{ asks b: asks(name: "b") c: asks }',
    "{ error rejects sureError }",
    "{ error sureRejects sureError wrongInt }",
    "{ things(count: 2) { ... on Bag { late(ms: 13) { name } } ... on Box { lid { opened } } } error }",
    "query a { text } query b { number }",
    "subscription { text }",
  ])("in errors too: %s", async (query) => {
    expect((await expectSame(query)).errors).not.toHaveLength(0);
  });

  it.each([
    ["query ($w: Where, $t: String) { echo(where: $w, text: $t) }", {}],
    ["query ($w: Where, $t: String) { echo(where: $w, text: $t) }", { w: { range: { to: 5 } }, t: null }],
    ["query ($t: String, $n: [String!]) { echo(where: { text: $t, names: $n, range: { to: 1 } }) }", {}],
    ["query ($t: String, $s: Size) { echo(where: { text: $t, size: $s, all: [{ text: $t }] }) }", { t: "x" }],
    ["query ($n: String!) { echo(where: { names: [$n] }) }", { n: "x" }],
    ["query ($l: [[Int]], $d: Day) { echo(list: $l, day: $d) }", { l: 5, d: "2020-02-02" }],
    ['query ($t: String = "y") { echo(text: $t) }', {}],
    ["query ($__proto__: String) { echo(text: $__proto__) }", {}],
    ["query ($a: Boolean!, $b: Boolean = true) { text @include(if: $a) number @skip(if: $b) }", { a: true }],
    [
      "query ($a: Boolean!) { ...f @include(if: $a) ...f box { ...g } } fragment f on Query { text } fragment g on Box { name @skip(if: $a) size }",
      { a: true },
    ],
    [
      "query ($a: Boolean!) { box { ...g } b: box @skip(if: $a) { ...g } } fragment g on Box { name @include(if: $a) size }",
      { a: false },
    ],
    [
      "query ($a: Boolean!) { one: box @skip(if: $a) { ...g } two: box @include(if: $a) { ...g } } fragment g on Box { name }",
      { a: true },
    ],
    [
      "query ($a: Boolean!) { one: box @skip(if: $a) { ...g } two: box @include(if: $a) { ...g } } fragment g on Box { name }",
      { a: false },
    ],
  ])("with variables: %s, %j", async (query, variables) => {
    expect((await expectSame(query, variables)).errors).toBeUndefined();
  });

  it.each([
    ["query ($w: Where) { echo(where: $w) }", { w: { range: {} } }],
    ["query ($w: Where) { echo(where: $w) }", { w: { size: "HUGE", nam: 1 } }],
    ["query ($w: [Where!]) { echo(where: { all: $w }) }", { w: Array(80).fill({ nam: 1 }) }],
    ["query ($d: Day) { echo(day: $d) text }", { d: "never" }],
    ["query ($w: Where!) { required(where: $w) }", {}],
    ["query ($s: Size = LARGE, $w: Where = {}) { required(where: $w, size: $s) }", { s: null }],
    ["query ($w: Where = {}) { required(where: $w) text }", { w: null }],
    ["query ($n: String) { echo(where: { names: [$n] }) text }", { n: null }],
    ["query ($b: Boolean = true) { text box @include(if: $b) { name } }", { b: null }],
    ["query ($b: Boolean = true) { text box { name @skip(if: $b) } }", { b: null }],
  ])("with variables that do not fit: %s, %j", async (query, variables) => {
    expect((await expectSame(query, variables)).errors).not.toHaveLength(0);
  });

  it("when one of several operations is meant", async () => {
    const query = "query a { ...f } query b { ...f number } fragment f on Query { text }";
    for (const name of ["a", "b", "c", ""]) await expectSame(query, {}, name);
  });

  it("when conditions change between executions", async () => {
    const query =
      "query ($a: Boolean!, $b: Boolean!) { text @skip(if: $a) box { name @include(if: $b) size @skip(if: $a) } }";
    for (let i = 0; i < 12; i += 1) await expectSame(query, { a: i % 2 === 0, b: i % 3 === 0 });
  });
});

it("runs no code that a caller writes into a text", async () => {
  const marker = "__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d";
  const query = `{ echo(text: "${marker}0),x:(globalThis.reached=1),y:new Date(0") }`;
  await expectSame(query);
  expect("reached" in globalThis).toBe(false);
});

it("asks every resolver once for an answer without errors, and does not ask again for a single error", async () => {
  for (const query of ['{ a: asks(name: "a") b: asks(name: "b") }', '{ a: asks(name: "a") b: asks }']) {
    const contextValue = { asked: [] };
    await planned({ schema, document: parse(query), contextValue });
    expect(contextValue.asked).toHaveLength(2);
  }
});

it("plans fragments within fragments no more often than an answer needs", async () => {
  const fragments = Array.from(
    { length: 30 },
    (_, i) => `fragment f${i} on Box { lid { ...f${i + 1} } b: lid { ...f${i + 1} } }`,
  );
  const query = `{ box { ...f0 } } ${fragments.join(" ")} fragment f30 on Box { name }`;
  const started = performance.now();
  await planned({ schema, document: parse(query), contextValue: {} });
  expect(performance.now() - started).toBeLessThan(500);
});
