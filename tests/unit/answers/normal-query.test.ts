import { parse } from "graphql";
import { ANSWER_ID, answerId } from "../../../src/domain/answer/answer-id";
import { contentHashOf, contentOf, packed } from "../../../src/domain/answer/answer-text";
import { normalQuery } from "../../../src/domain/answer/normal-query";
import { checkKeepable, rootFieldsOf } from "../../../src/domain/answer/root-fields";

const normal = (query: string, variables = {}, operationName: string | null = null) =>
  normalQuery(parse(query), operationName, variables);

describe("the normal form of a query", () => {
  it("is the same however the query is written", () => {
    const one = normal("query Q($b: Int, $a: Int = 1) { x(b: $b, a: $a, o: { z: 1, y: [2] }) { id } }", {
      b: 2,
    });
    const other = normal(
      `# a comment
      query Q($a: Int = 1, $b: Int) { x(o: {y: [2], z: 1}, a: $a, b: $b) { id } }
      query Other { y }
      fragment unused on T { id }`,
      { a: 1, b: 2, c: 3 },
      "Q",
    );
    expect(other.text).toBe(one.text);
    expect(other.variablesText).toBe('{"a":1,"b":2}');
    expect(one.variablesText).toBe(other.variablesText);
  });

  it("keeps what shapes the answer: aliases, the order of fields, the fragments that are used", () => {
    const query = "{ b: x { ...f } a }\nfragment f on T { id ...g }\nfragment g on T { name }";
    const { text } = normal(`fragment g on T { name } fragment f on T { id ...g } ${query.split("\n")[0]}`);
    expect(text.replace(/\s+/g, " ")).toBe(query.replace("...f }", "...f }").replace(/\s+/g, " "));
    expect(normal("{ a b }").text).not.toBe(normal("{ b a }").text);
    expect(normal("{ a: x }").text).not.toBe(normal("{ b: x }").text);
  });

  it("has the variables that the query has, with their defaults, null where null was given", () => {
    const query = "query ($a: [Int!] = [1, 2], $b: E = UP, $c: In = { x: 1 }, $d: Int, $e: Int = 3) { x }";
    expect(normal(query, { e: null, z: 1 }).variables).toEqual({ a: [1, 2], b: "UP", c: { x: 1 }, e: null });
  });

  it("is of one operation, which must be a query", () => {
    expect(() => normal("query A { a } query B { b }")).toThrow(/has not exactly one operation/);
    expect(() => normal("query A { a }", {}, "B")).toThrow(/no operation "B"/);
    expect(() => normal("mutation { a }")).toThrow(/is a mutation/);
  });
});

it.each([
  ["{ __schema { types { name } } }", /asks for the schema/],
  ['{ a ...f } fragment f on Query { ... on Query { __type(name: "A") { name } } }', /asks for the schema/],
  ['{ x: answer(id: "1") { id } }', /asks for a kept answer/],
  ["{ __typename }", /nothing of the data/],
])("%s is not kept", (query, message) => {
  const { document, operation } = normal(query);
  expect(() => checkKeepable(rootFieldsOf(document, operation))).toThrow(message);
});

it("an id is made of all that decides on the answer, and of nothing else", () => {
  const id = answerId("{ a }", "{}", "1.5");
  expect(id).toMatch(ANSWER_ID);
  expect(answerId("{ a }", "{}", "1.5")).toBe(id);
  const others = [
    answerId("{ b }", "{}", "1.5"),
    answerId("{ a }", '{"a":1}', "1.5"),
    answerId("{ a }", "{}", "2.5"),
  ];
  expect(new Set([id, ...others]).size).toBe(4);
});

it("an answer comes out of the store as it went in, and its hash does not mind the order of names", async () => {
  const data = { b: [1, null, "ü"], a: { z: true, y: 0.1 } };
  expect((await contentOf(await packed(JSON.stringify(data)))()).data).toEqual(data);

  // As `sha256sum` says of {"a":{"y":0.1,"z":true},"b":[1,null,"ü"]}.
  expect(contentHashOf(data)).toBe("7e3785043e73fa09c7169d635ecbf07eafb6ab4efec52c106fcb70aabaef73a9");
});
