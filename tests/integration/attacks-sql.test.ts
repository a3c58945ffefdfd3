import { createSchema } from "../../src/graph/schema";
import { post } from "../support/http-client";
import { type HttpService, startHttpService } from "../support/http-service";
import { textArguments } from "../support/text-arguments";

/** Long enough for honest statements, and far less than any of these would sleep. */
const DEADLINE_MS = 5_000;

const SQL = [
  "'; DROP TABLE paper; --",
  "' OR '1'='1",
  "x') OR pg_sleep(20) IS NULL --",
  "'||(SELECT pg_sleep(20))||'",
  "1; UPDATE submission SET name = 'pwned'; --",
  "' UNION SELECT usename, passwd FROM pg_shadow --",
  "\\'; SELECT pg_terminate_backend(pid) FROM pg_stat_activity; --",
  "$1; $$ SELECT 1 $$",
  '/* */ OR 1=1 " OR ""="',
];

const REFS = {
  benchmark: '"megaface"',
  leaderboard: '"megaface-identification"',
  submission: '"vocord"',
  organisation: '"google"',
  lossFunction: '"ArcFace"',
  backbone: '"ResNet"',
  trainingDataset: '"MSCeleb-1M"',
  paper: '"ArcFace: Additive Angular Margin Loss for Deep Face Recognition"',
  import: '"1"',
  refs: '["vocord"]',
  ids: '["x"]',
  groupBy: "YEAR",
  otherLeaderboard: '"megaface-verification"',
};

const CODES = /^(BAD_USER_INPUT|NOT_FOUND|AMBIGUOUS|DIRECTION_UNKNOWN)$/;

const places = textArguments(createSchema(), REFS);
let service: HttpService;

async function rows(): Promise<string> {
  const [{ counts }] = await service.dataSource.query(`SELECT string_agg(x, ',') AS counts FROM (
    SELECT concat('paper ', count(*)) AS x FROM paper UNION ALL SELECT concat('named ', count(name)) FROM submission
    UNION ALL SELECT concat('pwned ', count(*)) FROM submission WHERE name = 'pwned'
    UNION ALL SELECT concat('revision ', revision) FROM data_revision) AS counted`);
  return counts;
}

beforeAll(async () => {
  service = await startHttpService({ limits: { deadlineMs: DEADLINE_MS, cost: 1_000_000 } });
});
afterAll(() => service.close());

test("the schema leads to texts everywhere", () => {
  const names = places.map(({ place }) => place);
  expect(names.length).toBeGreaterThan(100);
  expect(names).toEqual(
    expect.arrayContaining([
      "Query.search(text)",
      "Leaderboard.ranking(where)",
      "Paper.citedBy(after)",
      "Submission.scores(split)",
    ]),
  );
});

test.each(places.map((place) => [place.place, place] as const))(
  "SQL in %s is a text",
  async (_place, { query, values }) => {
    const before = await rows();
    for (const text of SQL) {
      for (const v of values(text)) {
        const { status, errors, text: body } = await post(service.url, { query, variables: { v } });
        expect([200, 400]).toContain(status);
        for (const { extensions } of errors) expect(extensions.code).toMatch(CODES);
        expect(body).not.toMatch(/syntax error|pg_catalog|relation "/i);
      }
    }
    expect(await rows()).toBe(before);
    expect(service.logged).toEqual([]);
  },
);
