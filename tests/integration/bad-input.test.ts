import { toGlobalId } from "../../src/common/global-id";
import { loadRecords } from "../../src/importers/load";
import { references } from "../support/bad-references";
import {
  asLiteral,
  asVariable,
  type BadValue,
  expectRefusal,
  faultOf,
  RANKING,
} from "../support/bad-requests";
import { dates, filters, sizes, texts } from "../support/bad-values";
import { records, submission } from "../support/factories";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  const told = (slug: string) => ({ slug, title: "Told twice" });
  const aliased = (slug: string) => submission(slug, { aliases: ["shared alias"] });
  const more = { papers: [told("told-a"), told("told-b")], submissions: [aliased("one"), aliased("two")] };
  await loadRecords(service.dataSource, records(more));
});
afterEach(() => expect(service.logged.splice(0)).toEqual([]));
afterAll(() => service.close());

const shown = (bad: BadValue) => [`${JSON.stringify(bad.value).slice(0, 60)} in ${bad.query}`, bad] as const;

describe.each([
  ["dates", dates],
  ["page sizes", sizes],
  ["references", references],
  ["texts", texts],
  ["filters", filters],
])("bad %s are refused with what would be right", (_, table) => {
  it.each(table.map(shown))("as literals: %s", async (_, bad) => {
    expectRefusal(await asLiteral(service, bad), bad, bad.argument);
  });

  it.each(table.filter(({ type }) => type).map(shown))("as variables: %s", async (_, bad) => {
    expectRefusal(await asVariable(service, bad), bad, bad.variable ?? bad.argument);
  });
});

describe("values that a document cannot hold", () => {
  it.each([Number.POSITIVE_INFINITY, Number.NaN])("refuses the number %p in a variable", async (value) => {
    const answer = await service.ask(`query ($v: Float) { ${RANKING("where: { score: { gt: $v } }")} }`, {
      v: value,
    });
    expect(faultOf(answer)).toMatchObject({ code: "BAD_USER_INPUT", argument: "$v" });
  });

  it("refuses half of a surrogate pair wherever it stands", async () => {
    for (const half of ["\\ud800", "\\udc00x", "\ud800"]) {
      const answer = await service.ask(`{ lossFunction(ref: "${half}") { name } }`);
      expect(faultOf(answer)).toMatchObject({
        code: expect.stringMatching(/^GRAPHQL_PARSE_FAILED$|^BAD_USER_INPUT$/),
      });
    }
    const answer = await service.ask(
      "query ($w: SubmissionWhere) { submissions(where: $w) { totalCount } }",
      {
        w: { name: { is: ["x", "\ud800"] } },
      },
    );
    expect(faultOf(answer)).toMatchObject({
      code: "BAD_USER_INPUT",
      argument: "$w.name.is[1]",
      message: /Unicode/,
    });
  });

  it("takes empty lists for what they say: nothing is one of none", async () => {
    const { data } =
      await service.ask(`{ nodes(ids: []) { id } a: submissions(where: { name: { is: [] } }) { totalCount }
      b: submissions(where: { lossFunction: { within: [] } }) { totalCount } c: submissions(where: { or: [] }) { totalCount } }`);
    expect(data).toEqual({ nodes: [], a: { totalCount: 0 }, b: { totalCount: 0 }, c: { totalCount: 0 } });
  });

  it("finds null for ids that nothing has", async () => {
    const ids = ["Paper", "Score", "Split"].map((type) => toGlobalId(type, 2147483647));
    expect(await service.data("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids })).toEqual({
      nodes: [null, null, null],
    });
  });
});
