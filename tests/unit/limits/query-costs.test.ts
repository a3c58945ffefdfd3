import "reflect-metadata";
import { parse } from "graphql";
import { createSchema } from "../../../src/graph/schema";
import { QueryCosts } from "../../../src/server/limits/query-costs";

const costs = new QueryCosts(createSchema(), 10_000);

const costOf = (text: string, variables = {}) => costs.of(parse(text), undefined, variables);

test.each([
  ["plain values and type names", "{ __typename meta { revision } }", 1],
  ["a page as large as it says", "{ papers(first: 7) { nodes { slug } } }", 1 + 7],
  ["a page that says nothing", "{ papers { nodes { slug } } }", 1 + 25],
  ["a page from the end", "{ papers(last: 3) { edges { cursor node { slug } } } }", 1 + 3],
  ["no more than a page may hold", "{ papers(first: 100000) { nodes { slug } } }", 1 + 500],
  ["no less than nothing", "{ papers(first: -5) { nodes { slug } } }", 1],
  ["items and edges, each", "{ papers(first: 4) { nodes { slug } edges { node { slug } } } }", 1 + 4 + 4],
  [
    "a count, once for the page",
    "{ papers(first: 4) { totalCount pageInfo { endCursor } nodes { slug } } }",
    1 + 5 + 4,
  ],
  [
    "pages within pages",
    "{ papers(first: 4) { nodes { citedBy(first: 10) { nodes { slug } } } } }",
    1 + 4 * (1 + 1 + 10),
  ],
  [
    "a table by its rows",
    "{ submissions(first: 30) { table(format: CSV) { text } } }",
    1 + 5 + 30 * (10 + 1),
  ],
  [
    "a bibliography by its rows",
    "{ submissions(first: 30) { bibliography { text keys } } }",
    1 + 5 + 30 * (10 + 2),
  ],
  [
    "references by their rows",
    "{ papers(first: 10) { bibliography { references { text } } } }",
    1 + 1 + 10 * (3 + 15),
  ],
  [
    "a table of what is compared",
    '{ comparison(refs: ["a", "b"]) { table(format: CSV) { text } } }',
    2 * (5 + 10 + 1),
  ],
  ["a list of an assumed length", '{ submission(ref: "x") { scores { value } } }', 1 + 10],
  [
    "a page through fragments",
    "{ papers(first: 9) { ...page } } fragment page on PaperConnection { nodes { slug } }",
    1 + 9,
  ],
  [
    "the larger of two pages of a fragment",
    "{ a: papers(first: 9) { ...p } b: papers(first: 2) { ...p } } fragment p on PaperConnection { nodes { slug } }",
    2 * (1 + 9),
  ],
  [
    "each condition and each name",
    '{ submissions(first: 0, where: { and: [{ described: { is: true } }, { organisation: { is: ["a", "b"] } }] }) { nodes { slug } } }',
    1 + 3,
  ],
  ["as many as are named", '{ nodes(ids: ["a", "b", "c"]) { id } }', 3],
  ["what is computed", '{ leaderboard(ref: "x") { ranking(first: 0) { nodes { rank } } } }', 1 + 20],
  [
    "facets",
    "{ submissions(first: 0) { facets(groupBy: [YEAR, MONTH]) { groups { count } } } }",
    1 + 2 * (20 + 20),
  ],
  ["values that are ranked", '{ submission(ref: "x") { scores { overallRank } } }', 1 + 10 * (1 + 1)],
  ["nothing that is left out", "{ papers(first: 9) @skip(if: true) { nodes { slug } } }", 0],
])("the cost of %s", (_what, text, cost) => {
  expect(costOf(text)).toBe(cost);
});

test("variables count as their values do, and their defaults", () => {
  const text =
    "query ($n: Int = 3, $where: PaperWhere) { papers(first: $n, where: $where) { nodes { slug } } }";
  const document = parse(text);
  const cost = (variables: object) => costs.of(document, undefined, { ...variables });
  expect(cost({})).toBe(1 + 3);
  expect(cost({ n: 8 })).toBe(1 + 8);
  expect(cost({ n: null })).toBe(1 + 25);
  expect(cost({ n: 8, where: { year: { gt: 2000, lt: 2010 } } })).toBe(1 + 2 + 8);
  expect(cost({ n: 8, where: { title: { is: ["a", "b", "c"] } } })).toBe(1 + 3 + 8);
});

test("a wrong value has no cost: execution says what is wrong with it", () => {
  const text = "query ($n: Int!) { papers(first: $n) { nodes { slug } } }";
  expect(costOf(text, { n: "many" })).toBeUndefined();
  expect(costOf(text)).toBeUndefined();
});

test("a field with a wrong argument does not make the others free", () => {
  const dear = "papers(first: 500) { nodes { citedBy(first: 500) { nodes { slug } } } }";
  const ranking = `query ($t: TieRule) { leaderboard(ref: "x") { ranking(ties: $t) { nodes { rank } } } ${dear} }`;
  expect(costOf(ranking, { t: null })).toBeGreaterThan(250_000);
  const skipped = `query ($b: Boolean = true) { leaderboard(ref: "x") { slug @include(if: $b) } ${dear} }`;
  expect(() => costOf(skipped, { b: null })).toThrow(/"if" of non-null type/);
});

test("is reckoned once for a document and the sizes that its variables give", () => {
  const known = new QueryCosts(createSchema(), 10_000);
  const reckon = jest.spyOn(known as unknown as { reckon: () => unknown }, "reckon");
  const document = parse(
    "query ($ref: String!, $n: Int) { submission(ref: $ref) { slug } papers(first: $n) { nodes { slug } } }",
  );
  for (const ref of ["a", "b", "c"]) expect(known.of(document, undefined, { ref, n: 5 })).toBe(1 + 1 + 5);
  expect(reckon).toHaveBeenCalledTimes(1);
  expect(known.of(document, undefined, { ref: "a", n: 6 })).toBe(1 + 1 + 6);
  expect(reckon).toHaveBeenCalledTimes(2);
});

test("fragments that unfold to too much are refused while they are counted", () => {
  const levels = Array.from(
    { length: 30 },
    (_, i) => `fragment f${i} on Submission { ...f${i + 1} ...f${i + 1} }`,
  );
  const text = `{ submissions { nodes { ...f0 } } } ${levels.join(" ")} fragment f30 on Submission { slug }`;
  expect(() => costOf(text)).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code: "QUERY_TOO_LARGE" }) }),
  );
});
