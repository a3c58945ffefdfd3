import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterEach(() => expect(service.logged).toEqual([]));
afterAll(() => service.close());

const MANY = JSON.stringify(Array(501).fill("x"));

/** What is looked up is started before what is wrong beside it is noticed: no rejection of it may be left behind. */
it.each([
  'where: { import: { is: ["x"] }, testSetCleaning: { is: [UNKNOWN] } }',
  'where: { import: { is: ["x", "y"] }, testSetCleaning: { is: [UNKNOWN] } }',
  'where: { backbone: { is: ["x"] }, testSetCleaning: { is: [UNKNOWN] } }',
  'where: { and: [{ backbone: { is: ["x"] } }, { testSetCleaning: { is: [UNKNOWN] } }] }',
  `where: { backbone: { is: ["U3VibWlzc2lvbjo1"], within: ${MANY} } }`,
  'where: { backbone: { is: ["U3VibWlzc2lvbjo1"] }, score: { gt: 1 } }',
  'where: { backbone: { is: ["U3VibWlzc2lvbjo1"] }, name: { is: [] } }',
  'where: { source: { is: ["x"] }, import: { is: ["x"] }, score: { gt: 1 } }',
])("several wrong values at once are one error of the caller, and nothing else: %s", async (where) => {
  for (const field of ["nodes { slug }", "totalCount", "totalCount nodes { slug }"]) {
    const { errors } = await service.ask(`{ submissions(${where}) { ${field} } }`);
    expect(errors?.length).toBeGreaterThan(0);
    for (const { extensions } of errors ?? []) {
      expect(extensions?.code).toMatch(/^(BAD_USER_INPUT|NOT_FOUND)$/);
    }
  }
  // Time for a rejection to be found without a handler, which fails the test.
  await new Promise((resolve) => setTimeout(resolve, 20));
});
