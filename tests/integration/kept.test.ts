import { loadRecords } from "../../src/importers/load";
import { mergeIntoOne } from "../../src/importers/merge-into-one";
import { undoWrittenImport } from "../../src/importers/undo-import";
import { leaderboard, records, score, submission } from "../support/factories";
import { keepEverything, notKept, wronglyKept } from "../support/kept";
import { population } from "../support/oracle/population";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeEach(async () => {
  service = await startTestService("empty");
  await loadRecords(service.dataSource, population(12));
  await keepEverything(service.dataSource);
});
afterEach(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

/** The version of each split's row in kept_split: another one when its ranking was computed anew. */
async function versions(): Promise<Record<string, string>> {
  const rows: { name: string; version: string }[] = await service.dataSource.query(`
    SELECT lb.slug || '/' || sp.slug AS name, ks.xmin::text AS version
    FROM kept_split ks JOIN split sp ON sp.id = ks.split_id JOIN leaderboard lb ON lb.id = sp.leaderboard_id`);
  return Object.fromEntries(rows.map(({ name, version }) => [name, version]));
}

async function renewed(act: () => Promise<unknown>): Promise<string[]> {
  const before = await versions();
  await act();
  return Object.entries(await versions())
    .filter(([name, version]) => before[name] !== version)
    .map(([name]) => name)
    .sort();
}

const latestImport = async () => (await service.dataSource.query("SELECT max(id) AS id FROM import"))[0].id;

async function expectAllKept(): Promise<void> {
  expect((await notKept(service.dataSource)).filter((name) => !name.includes(" "))).toEqual([]);
  expect(await wronglyKept(service.dataSource)).toEqual([]);
}

const more = records({
  submissions: [submission("Later")],
  scores: [score("later", "up", { a: "1.5" })],
});

describe("an import", () => {
  it("computes only the rankings anew that it changes", async () => {
    expect(await renewed(() => loadRecords(service.dataSource, more))).toEqual(["up/a"]);
    await expectAllKept();
  });

  it("that only adds what no ranking depends on computes none anew", async () => {
    const lone = records({
      submissions: [submission("Lone")],
      organisations: [{ slug: "new", name: "New" }],
    });
    expect(await renewed(() => loadRecords(service.dataSource, lone))).toEqual([]);
  });

  it("brings a new leaderboard with its rankings", async () => {
    const board = records({
      ...leaderboard("third"),
      submissions: [submission("Later")],
      scores: [score("later", "third", { a: "1.5" })],
    });
    expect(await renewed(() => loadRecords(service.dataSource, board))).toEqual(["third/a", "third/b"]);
    await expectAllKept();
  });

  it("is undone with the rankings that it changed", async () => {
    await loadRecords(service.dataSource, more);
    const id = await latestImport();
    expect(await renewed(() => undoWrittenImport(service.dataSource, id))).toEqual(["up/a"]);
    await expectAllKept();
  });

  it("leaves nothing behind of splits that go when it is undone", async () => {
    await loadRecords(
      service.dataSource,
      records({
        ...leaderboard("third"),
        submissions: [submission("Later")],
        scores: [score("later", "third", { a: "1.5" })],
      }),
    );
    await undoWrittenImport(service.dataSource, await latestImport());
    await expectAllKept();
    const [{ rows }] = await service.dataSource.query(
      "SELECT count(*)::integer AS rows FROM kept_ranking WHERE split_id NOT IN (SELECT id FROM split)",
    );
    expect(rows).toBe(0);
  });
});

it("a merge leaves groups that are right or none, and is undone likewise", async () => {
  await mergeIntoOne(service.dataSource, "LossFunction", "arc", "cos");
  await expectAllKept();
  await undoWrittenImport(service.dataSource, await latestImport());
  await expectAllKept();
});

const RANKING = `query ($first: Int, $after: String, $last: Int, $before: String) {
  leaderboard(ref: "up") {
    ranking(first: $first, after: $after, last: $last, before: $before, ties: ORDINAL) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage }
      edges { cursor node { rank overallRank submission { slug } } }
    }
  }
}`;

const GROUPS = `query ($first: Int, $after: String, $last: Int, $before: String, $groupBy: Grouping!) {
  leaderboard(ref: "up") {
    statistics(first: $first, after: $after, last: $last, before: $before, groupBy: $groupBy) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage }
      edges { cursor node { key mean best { reported } } }
    }
  }
}`;

/** Asks the same of what is kept, and of what is computed because nothing is kept. */
async function bothWays(query: string, variables: Record<string, unknown>) {
  const [connection] = Object.values((await service.data(query, variables)).leaderboard);
  await service.dataSource.query("DELETE FROM kept_split; DELETE FROM kept_grouping");
  const [computed] = Object.values((await service.data(query, variables)).leaderboard);
  await keepEverything(service.dataSource);
  expect(connection).toEqual(computed);
  // biome-ignore lint/suspicious/noExplicitAny: answers are compared with literals, not typed
  return connection as any;
}

describe("pages of what is kept", () => {
  it.each([
    ["rankings", RANKING, {}],
    ["groups", GROUPS, { groupBy: "LOSS_FUNCTION" }],
    ["groups of time", GROUPS, { groupBy: "MONTH" }],
  ])("are those of what is computed, with its cursors, both ways: %s", async (_, query, variables) => {
    const whole = await bothWays(query, { ...variables, first: 500 });
    expect(whole.edges.length).toBe(whole.totalCount);
    for (const at of [0, 3, whole.edges.length - 2, whole.edges.length - 1]) {
      const { cursor } = whole.edges[at];
      const after = await bothWays(query, { ...variables, first: 3, after: cursor });
      expect(after.edges).toEqual(whole.edges.slice(at + 1, at + 4));
      const before = await bothWays(query, { ...variables, last: 2, before: cursor });
      expect(before.edges).toEqual(whole.edges.slice(Math.max(0, at - 2), at));
      const between = await bothWays(query, {
        ...variables,
        first: 2,
        after: whole.edges[0].cursor,
        before: cursor,
      });
      expect(between.edges).toEqual(whole.edges.slice(1, Math.max(1, Math.min(3, at))));
    }
    expect((await bothWays(query, { ...variables, first: 0 })).edges).toEqual([]);
    expect((await bothWays(query, { ...variables, last: 0 })).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: true,
    });
  });

  it("go on after a cursor whose row has changed or is gone", async () => {
    const whole = (await service.data(RANKING, { first: 500 })).leaderboard.ranking;
    const { cursor, node } = whole.edges[7];
    const others = whole.edges.slice(8, 13).map((edge: typeof node) => edge.node.submission.slug);
    const follow = async () =>
      (await bothWays(RANKING, { first: 5, after: cursor })).edges.map(
        (edge: typeof node) => edge.node.submission.slug,
      );
    const id = `(SELECT id FROM submission WHERE slug = '${node.submission.slug}')`;
    await service.dataSource.query(
      `UPDATE score SET value = 0.01, reported = '0.01' WHERE submission_id = ${id}`,
    );
    await keepEverything(service.dataSource);
    expect(await follow()).toEqual(others);
    await service.dataSource.query(`DELETE FROM score WHERE submission_id = ${id}`);
    await keepEverything(service.dataSource);
    expect(await follow()).toEqual(others);
  });
});

it("is found and said in words where it is not what is computed", async () => {
  await service.dataSource.query(`
    UPDATE kept_ranking SET dense_rank = dense_rank + 1 WHERE position = 2 AND split_id = 1;
    UPDATE kept_split SET total = total + 1 WHERE split_id = 2;
    UPDATE kept_group SET mean = mean + 1 WHERE place = 1 AND split_id = 3 AND grouping = 'YEAR'`);
  expect(await wronglyKept(service.dataSource)).toEqual([
    "the ranking that is kept of split 1 is not the one of its scores",
    "the ranking that is kept of split 2 is not the one of its scores",
    "the groups by YEAR that are kept of split 3 are not those of its scores",
  ]);
});
