import { post, send } from "../support/http-client";
import { type HttpService, startHttpService } from "../support/http-service";
import { readParquet } from "../support/read-parquet";

const BOARD = "megaface-identification";

let service: HttpService;
beforeAll(async () => {
  service = await startHttpService({ poolSize: 2, limits: { cost: 100_000 } });
});
afterAll(async () => {
  await service.close();
  expect(service.logged).toEqual([]);
});

const file = (path: string) => send(`${service.url}/export/${path}`);

// biome-ignore lint/suspicious/noExplicitAny: answers are compared, not typed
async function ask(query: string): Promise<any> {
  const { data, errors } = await post(service.url, { query });
  expect(errors).toEqual([]);
  return data;
}

async function parquetOf(path: string) {
  const response = await fetch(`${service.url}/export/${path}`);
  expect([response.status, response.headers.get("content-type")]).toEqual([
    200,
    "application/vnd.apache.parquet",
  ]);
  expect(response.headers.get("content-disposition")).toMatch(/filename="[a-z0-9-]+\.parquet"$/);
  return readParquet(new Uint8Array(await response.arrayBuffer()));
}

/** The lines of the same list in JSON Lines. */
const linesOf = async (path: string) =>
  (await file(path)).text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("Parquet", () => {
  it("of a ranking has every row as JSON Lines have it, with values to reckon with", async () => {
    const columns = "RANK,SUBMISSION,LOSS_FUNCTIONS,SUBMITTED_ON,VALUE";
    const { rows, metadata } = await parquetOf(`rankings/${BOARD}.parquet?columns=${columns}`);
    const lines = await linesOf(`rankings/${BOARD}.jsonl?columns=${columns}`);
    expect(rows.length).toBe(lines.length);
    expect(rows.length).toBeGreaterThan(40);
    const value = Object.keys(lines[0]).find((key) => !/rank|submi|loss/i.test(key)) as string;
    for (const [i, row] of rows.entries()) {
      expect(row.rank).toBe(lines[i].rank);
      expect(row.submission).toBe(lines[i].submission);
      expect(row[value]).toBe(lines[i][value]);
      expect(row[`${value}_double`]).toBe(Number(lines[i][value]));
      expect((row.submittedOn as Date | null)?.toISOString().slice(0, 10) ?? null).toBe(lines[i].submittedOn);
    }
    const said = JSON.parse(metadata.key_value_metadata?.[0].value ?? "");
    expect(said.notes.join(" ")).toMatch(/Places: competition.*data version/);
  });

  it("of submissions has null for what is not known", async () => {
    const { rows } = await parquetOf("submissions.parquet?columns=SLUG,SUBMITTED_ON,ORGANISATIONS");
    const lines = await linesOf("submissions.jsonl?columns=SLUG,SUBMITTED_ON,ORGANISATIONS");
    expect(rows.map(({ slug }) => slug)).toEqual(lines.map(({ slug }) => slug));
    const undated = (all: { submittedOn?: unknown }[]) =>
      all.filter(({ submittedOn }) => submittedOn === null).length;
    expect(undated(rows)).toBe(undated(lines));
    expect(undated(rows)).toBeGreaterThan(0);
  });

  it("is no format of bibliographies, nor one that GraphQL writes", async () => {
    expect((await file("papers.parquet")).status).toBe(404);
    const { errors } = await post(service.url, {
      query: "{ submissions { table(format: PARQUET) { text } } }",
    });
    expect(errors[0].extensions.code).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
  });
});

describe("statistics", () => {
  it.each([
    ["csv", "CSV"],
    ["tex", "LATEX"],
    ["jsonl", "JSON_LINES"],
  ])("are the table of them: %s", async (ending, format) => {
    const { leaderboard } =
      await ask(`{ leaderboard(ref: "${BOARD}") { statistics(groupBy: LOSS_FUNCTION, first: 500) {
      table(format: ${format}, decimals: 3, caption: "By loss") { text fileName } } } }`);
    const { status, text, headers } = await file(
      `statistics/${BOARD}.${ending}?groupBy=LOSS_FUNCTION&decimals=3&caption=By+loss`,
    );
    expect([status, text]).toEqual([200, leaderboard.statistics.table.text]);
    expect(headers.get("content-disposition")).toContain(leaderboard.statistics.table.fileName);
  });

  it("can be had in Parquet, counts as whole numbers", async () => {
    const { rows } = await parquetOf(`statistics/${BOARD}.parquet?groupBy=YEAR&columns=KEY,COUNT,MEAN`);
    const lines = await linesOf(`statistics/${BOARD}.jsonl?groupBy=YEAR&columns=KEY,COUNT,MEAN`);
    expect(rows.map(({ key, count, mean }) => [key, Number(count), mean])).toEqual(
      lines.map(({ key, count, mean }) => [key, count, mean]),
    );
    expect(typeof rows[0].count).toBe("bigint");
  });

  it.each([
    [`statistics/${BOARD}.csv`, "groupBy"],
    [`statistics/${BOARD}.csv?groupBy=NOPE`, "groupBy"],
    [`statistics/${BOARD}.csv?groupBy=LOSS_FUNCTION&decimals=11`, "decimals"],
    [`statistics/none.csv?groupBy=LOSS_FUNCTION`, "leaderboard"],
  ])("say what is wrong: %s", async (path, argument) => {
    const { status, errors } = await file(path);
    expect([status, errors[0].extensions.argument]).toEqual([400, argument]);
  });
});

describe("comparisons", () => {
  const REFS = ["thu-cv-ai-lab", "ei-networks", "google-facenet-v8"];

  it.each([
    ["md", "MARKDOWN"],
    ["tsv", "TSV"],
  ])("are the table of them: %s", async (ending, format) => {
    const { comparison } = await ask(`{ comparison(refs: ${JSON.stringify(REFS)}) {
      table(format: ${format}, columns: [SUBMISSION, VALUES, OVERALL_RANKS]) { text } } }`);
    const columns = "columns=SUBMISSION,VALUES,OVERALL_RANKS";
    const { status, text } = await file(`comparisons.${ending}?refs=${REFS.join(",")}&${columns}`);
    expect([status, text]).toEqual([200, comparison.table.text]);
    const listed = encodeURIComponent(JSON.stringify(REFS));
    expect((await file(`comparisons.${ending}?refs=${listed}&${columns}`)).text).toBe(text);
  });

  it("can be had in Parquet", async () => {
    const { rows } = await parquetOf(`comparisons.parquet?refs=${REFS.join(",")}`);
    expect(rows.length).toBe(3);
  });

  it.each([
    ["comparisons.csv", "refs"],
    ["comparisons.csv?refs=none", "refs[0]"],
    ["comparisons.csv?refs=%5B%5D", "refs"],
    ["comparisons.csv?refs=thu-cv-ai-lab&first=2", "first"],
  ])("say what is wrong: %s", async (path, argument) => {
    const { status, errors } = await file(path);
    expect([status, errors[0].extensions.argument]).toEqual([400, argument]);
  });
});
