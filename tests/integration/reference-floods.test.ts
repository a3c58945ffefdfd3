import { startTestService, type TestService } from "../support/test-service";

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

const QUERY = "query ($where: SubmissionWhere) { submissions(where: $where) { totalCount } }";
const unknown = (count: number) => Array.from({ length: count }, (_, i) => `softmx ${i}`);

test("many unknown references cost no more statements than a few", async () => {
  const few = await service.ask(QUERY, { where: { lossFunction: { is: unknown(5) } } });
  const many = await service.ask(QUERY, { where: { lossFunction: { is: unknown(500) } } });
  expect(many.errors?.[0].extensions?.code).toBe("NOT_FOUND");
  expect(many.errors?.[0].message).toMatch(/Did you mean .*"Softmax"\?/);
  expect(few.statements.length).toBeLessThan(6);
  expect(many.statements).toHaveLength(few.statements.length);
});

test("more than 500 references in one list are refused before anything is looked up", async () => {
  const { errors, statements } = await service.ask(QUERY, {
    where: { lossFunction: { within: unknown(501) } },
  });
  expect(errors?.[0].extensions).toMatchObject({
    code: "BAD_USER_INPUT",
    argument: "where.lossFunction.within",
  });
  expect(statements).toEqual([]);
});

test("a score filter that only names a place asks for a score there", async () => {
  const count = async (where: object) => (await service.data(QUERY, { where })).submissions.totalCount;
  expect(await count({ score: { leaderboard: "megaface-identification" } })).toBe(46);
  expect(await count({ score: { leaderboard: "megaface-identification", split: "set-2" } })).toBe(45);
  expect(await count({ not: { score: { leaderboard: "megaface-identification" } } })).toBe(32);
});

test("a search's cursor is refused by another search", async () => {
  const search =
    "query ($text: String!, $after: String) { search(text: $text, first: 1, after: $after) { pageInfo { endCursor } } }";
  const { endCursor } = (await service.data(search, { text: "resnet" })).search.pageInfo;
  expect((await service.ask(search, { text: "ResNet", after: endCursor })).errors).toBeUndefined();
  const { errors } = await service.ask(search, { text: "face", after: endCursor });
  expect(errors?.[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "after" });
});

test("the data have a version that can be cited", async () => {
  const { meta } = await service.data("{ meta { dataVersion revision changedAt } }");
  expect(meta.dataVersion).toMatch(/^\d{4}-\d{2}-\d{2}\.\d+$/);
  expect(meta.dataVersion).toBe(`${meta.changedAt.slice(0, 10)}.${meta.revision}`);
});
