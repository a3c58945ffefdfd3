import { type GraphQLInputType, getNamedType, isInputObjectType, isListType, isNonNullType } from "graphql";
import { createSchema } from "../../src/graph/schema";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterEach(() => expect(service.logged.splice(0)).toEqual([]));
afterAll(() => service.close());

describe("nasty strings", () => {
  const NASTY = [
    "'; DROP TABLE paper; --",
    "%",
    "_",
    "\\",
    "\\%",
    "🙂👩‍👩‍👧",
    "\u202eאבג",
    "$1",
    "{}",
    "e\u0301\u0327",
    "\u{1d518}",
    '"',
    "\n",
    "İ",
  ];
  const schema = createSchema();
  const rootFields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const isText = (name: string) => name === "String" || name === "ID";
  const placed = (type: unknown, text: string, depth: number): unknown => {
    if (isNonNullType(type)) return placed(type.ofType, text, depth);
    if (isListType(type)) return [placed(type.ofType, text, depth)].filter((value) => value !== undefined);
    if (!isInputObjectType(type))
      return isText(getNamedType(type as GraphQLInputType).name) ? text : undefined;
    if (depth === 0) return undefined;
    const members = Object.values(type.getFields()).map(({ name, type: inner }) => [
      name,
      placed(inner, text, depth - 1),
    ]);
    return Object.fromEntries(
      members.filter(([, value]) => value !== undefined && !(Array.isArray(value) && !value.length)),
    );
  };
  const cases = rootFields.flatMap(({ name, args, type }) =>
    args
      .filter((argument) => JSON.stringify(placed(argument.type, "text", 3) ?? "").includes("text"))
      .map((argument) => [`${name}(${argument.name})`, name, argument, args, getNamedType(type)] as const),
  );

  it("reach every root field with texts", () => {
    expect(cases.length).toBeGreaterThanOrEqual(39);
    expect(cases.map(([place]) => place)).toEqual(
      expect.arrayContaining(["search(text)", "paper(ref)", "submissions(where)"]),
    );
  });

  it.each(cases)("never make an internal error in %s", async (_, name, argument, args, type) => {
    const required = args.find(
      (one) => one !== argument && isNonNullType(one.type) && one.defaultValue === undefined,
    );
    const text = required ? ', text: "a"' : "";
    const query = `query ($v: ${argument.type}) { ${name}(${argument.name}: $v ${text}) { __typename ${"getFields" in type && type.getFields().totalCount ? "totalCount nodes { __typename }" : ""} } }`;
    for (const nasty of NASTY) {
      const whole = placed(argument.type, nasty, 3);
      // Together, and each member alone, so that one's refusal hides no other.
      const single = isInputObjectType(argument.type)
        ? Object.entries(whole as object).map(([key, value]) => ({ [key]: value }))
        : [];
      for (const v of [whole, ...single]) {
        const { errors = [] } = await service.ask(query, { v });
        for (const { extensions } of errors)
          expect(extensions?.code).toMatch(/^(BAD_USER_INPUT|NOT_FOUND|AMBIGUOUS)$/);
      }
    }
  });
});
