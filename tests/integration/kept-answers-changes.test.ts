import { inputFromText } from "../../src/importers/input/input-file";
import { undoWrittenImport } from "../../src/importers/undo-import";
import { importAs } from "../support/format-cases";
import { post } from "../support/http-client";
import { type HttpService, startHttpService } from "../support/http-service";

const BOARD = "Small: top-1";
const LISTED = `query Small { leaderboard(ref: "${BOARD}") { ranking {
  totalCount
  nodes { score { reported } submission { id name backbones { backbone { slug } } } }
} } }`;
const RANKED = `{ leaderboard(ref: "${BOARD}") { ranking { nodes { rank submission { slug } } } } }`;
const UNKEYED = `{ leaderboard(ref: "${BOARD}") { ranking { nodes { score { reported } } } } }`;
const CHANGES = `query ($id: ID!) { answer(id: $id) { data changes {
  standing problems revision dataVersion contentHash addedCount removedCount changedCount movedCount
  rows { kind list matchedBy row positionBefore positionAfter values { path before after } before after }
} } }`;

let service: HttpService;
beforeAll(async () => {
  service = await startHttpService({ keepsAnswers: true });
});
afterAll(async () => {
  await service.close();
  expect(service.logged).toEqual([]);
});

const importTable = async (rows: string[]) => {
  const file = inputFromText("small.csv", `model,day,net,top1,err\n${rows.join("\n")}\n`);
  const { id } = await importAs(service.dataSource, "csv", [file], { naming: "create" });
  return id as number;
};

async function keep(query: string): Promise<string> {
  const { data, errors } = await post(service.url, {
    query: "mutation ($query: String!) { keepAnswer(query: $query) { id } }",
    variables: { query },
  });
  expect(errors).toEqual([]);
  return data.keepAnswer.id;
}

async function changesOf(id: string) {
  const { data, errors } = await post(service.url, { query: CHANGES, variables: { id } });
  expect(errors).toEqual([]);
  return data.answer.changes;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are compared, not typed
const named = (rows: any[]) =>
  // biome-ignore lint/suspicious/noExplicitAny: see above
  rows.map(({ kind, values, before, after }: any) => {
    const row = before ?? after;
    return [kind, row ? row.submission.name : values.map((value: { path: string }) => value.path)];
  });

it("an answer that was kept lists exactly the rows that imports have changed", async () => {
  await importTable([
    "Alpha,2020-01-01,Net,71.50,1",
    "Beta,2020-01-01,Net,70.0,1",
    "Gamma,2020-01-01,Net,69,1",
  ]);
  const gone = await importTable(["Gone,2020-01-01,Net,60,1"]);
  const [listed, ranked, unkeyed] = [await keep(LISTED), await keep(RANKED), await keep(UNKEYED)];
  expect(await changesOf(listed)).toMatchObject({ standing: "SAME", problems: [], rows: [] });

  // What has nothing to do with it changes the revision, and nothing else.
  const before = await changesOf(listed);
  await service.dataSource.query("UPDATE paper SET venue = 'Elsewhere' WHERE slug = 'deng-2018-arcface'");
  const unconcerned = await changesOf(listed);
  expect(unconcerned).toMatchObject({ standing: "SAME", rows: [], contentHash: before.contentHash });
  expect(unconcerned.revision).toBe(before.revision + 1);

  await undoWrittenImport(service.dataSource, gone);
  await importTable(["Beta,2020-01-01,Net,72.10,1", "New,2020-01-01,Net 2,65,1"]);
  const changes = await changesOf(listed);
  expect(changes).toMatchObject({
    standing: "CHANGED",
    problems: [],
    addedCount: 1,
    removedCount: 1,
    changedCount: 1,
    movedCount: 0,
  });
  const { data } = await post(service.url, { query: LISTED });
  const ids = Object.fromEntries(
    // biome-ignore lint/suspicious/noExplicitAny: see above
    data.leaderboard.ranking.nodes.map(({ submission }: any) => [submission.name, submission.id]),
  );
  const list = "leaderboard.ranking.nodes";
  const matchedBy = "submission.id";
  expect(changes.rows).toEqual([
    {
      ...{ kind: "CHANGED", list, matchedBy, row: ids.Beta, positionBefore: 2, positionAfter: 1 },
      values: [{ path: "score.reported", before: "70.0", after: "72.10" }],
      ...{ before: null, after: null },
    },
    {
      ...{
        kind: "ADDED",
        list,
        matchedBy,
        row: ids.New,
        positionBefore: null,
        positionAfter: 4,
        values: [],
        before: null,
      },
      after: {
        score: { reported: "65" },
        submission: { id: ids.New, name: "New", backbones: [{ backbone: { slug: "net-2" } }] },
      },
    },
    expect.objectContaining({
      kind: "REMOVED",
      list,
      matchedBy,
      positionBefore: 4,
      positionAfter: null,
      values: [],
    }),
  ]);
  expect(named(changes.rows)).toEqual([
    ["CHANGED", ["score.reported"]],
    ["ADDED", "New"],
    ["REMOVED", "Gone"],
  ]);

  const places = await changesOf(ranked);
  const found = places.rows as { kind: string; matchedBy: string; row: string }[];
  expect(found.map(({ kind, matchedBy, row }) => [kind, matchedBy, row.replace(/^.*-/, "")])).toEqual([
    ["CHANGED", "submission.slug", "beta"],
    ["CHANGED", "submission.slug", "alpha"],
    ["ADDED", "submission.slug", "new"],
    ["REMOVED", "submission.slug", "gone"],
  ]);

  const byPosition = await changesOf(unkeyed);
  expect(new Set(byPosition.rows.map((row: { matchedBy: string }) => row.matchedBy))).toEqual(
    new Set(["position"]),
  );
  expect(byPosition.rows.map((row: { row: string }) => row.row)).toEqual(["1", "2", "4"]);
});

it("pages of the rows are asked for by number", async () => {
  const id = await keep("{ submissions(first: 10) { nodes { id label } } }");
  await service.dataSource.query("UPDATE submission SET label = label || '!', name = name || '!'");
  const query = `query ($first: Int!, $offset: Int!) { answer(id: "${id}") { changes { changedCount
    rows(first: $first, offset: $offset) { positionAfter } } } }`;
  const page = async (first: number, offset: number) =>
    post(service.url, { query, variables: { first, offset } });
  const { data } = await page(3, 8);
  expect(data.answer.changes).toEqual({
    changedCount: 10,
    rows: [{ positionAfter: 9 }, { positionAfter: 10 }],
  });
  expect((await page(-1, 0)).errors[0].extensions).toMatchObject({
    code: "BAD_USER_INPUT",
    argument: "first",
  });
  expect((await page(501, 0)).errors[0].extensions.argument).toBe("first");
  expect((await page(1, -1)).errors[0].extensions.argument).toBe("offset");
});

it("what its query names may be gone: that is said, and nothing compared", async () => {
  const id = await keep('{ organisation(ref: "google") { name } }');
  await service.dataSource.query(
    "UPDATE organisation SET slug = 'alphabet', name = 'Alphabet', name_key = 'alphabet' WHERE slug = 'google'",
  );
  const changes = await changesOf(id);
  expect(changes).toMatchObject({ standing: "FAILS", contentHash: null, rows: [], changedCount: 0 });
  expect(changes.problems).toEqual([expect.stringMatching(/there is no organisation "google"/)]);
});

it("a query that fits the schema no more is told as that; the answer is still there", async () => {
  const id = await keep("{ benchmarks { totalCount } }");
  await service.dataSource.query("UPDATE kept_answer SET query = $2 WHERE id = $1", [
    id,
    "{ benchmarks { totalCount gone } }",
  ]);
  const { data, errors } = await post(service.url, { query: CHANGES, variables: { id } });
  expect(errors).toEqual([]);
  expect(data.answer.data).toEqual({ benchmarks: { totalCount: 1 + 1 } });
  expect(data.answer.changes).toMatchObject({ standing: "NOT_ASKABLE", contentHash: null, rows: [] });
  expect(data.answer.changes.problems).toEqual([
    expect.stringMatching(/^query: does not fit the schema\. Cannot query field "gone"/),
  ]);
});
