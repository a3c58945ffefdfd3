import { loadRecords } from "../../src/importers/load";
import { byCodePoint, compare, exact } from "../support/oracle/decimal";
import { Dice, population } from "../support/oracle/population";
import { randomWhere } from "../support/oracle/random-where";
import { matches, type Where } from "../support/oracle/where";
import { readWorld, type World } from "../support/oracle/world";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
let world: World;
beforeAll(async () => {
  service = await startTestService("empty");
  await loadRecords(service.dataSource, population(21));
  world = await readWorld(service.dataSource);
});
afterAll(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

const LIST = `query ($where: SubmissionWhere, $orderBy: SubmissionOrder, $first: Int, $last: Int, $after: String, $before: String) {
  submissions(where: $where, orderBy: $orderBy, first: $first, last: $last, after: $after, before: $before) {
    totalCount edges { cursor node { slug } } } }`;

interface Edge {
  cursor: string;
  node: { slug: string };
}

const ask = async (variables: Record<string, unknown>): Promise<{ totalCount: number; edges: Edge[] }> =>
  (await service.data(LIST, variables)).submissions;

const slugs = (edges: Edge[]) => edges.map(({ node }) => node.slug);

/** Those that a filter selects and that have a value on the split, in the order of the values, equals by label. */
function expected(where: Where, place: string, descending: boolean): string[] {
  const values = world.entries
    .filter((entry) => matches(world, where, entry))
    .map((entry) => ({ entry, text: entry.scores.get(place) }))
    .flatMap(({ entry, text }) => (text == null ? [] : [{ entry, value: exact(text) }]));
  values.sort(
    (a, b) =>
      (descending ? compare(b.value, a.value) : compare(a.value, b.value)) ||
      byCodePoint(a.entry.label, b.entry.label) ||
      a.entry.id - b.entry.id,
  );
  return values.map(({ entry }) => entry.slug);
}

it("are in the order of the values that the filter asks for, page by page, both ways", async () => {
  const dice = new Dice(77);
  let telling = 0;
  for (let i = 0; i < 60; i += 1) {
    const [board, split] = [dice.pick(["up", "down"]), dice.pick(["a", "b"])];
    const descending = dice.chance(0.5);
    const score = { leaderboard: board, split, ...(dice.chance(0.6) && { gte: dice.pick([0.3, 50.5, 70]) }) };
    const where = { ...(dice.chance(0.7) && randomWhere(dice, 2)), score } as Where;
    const orderBy = { field: "SCORE", leaderboard: board, split, direction: descending ? "DESC" : "ASC" };
    const wanted = expected(where, `${board}/${split}`, descending);
    const whole = await ask({ where, orderBy, first: 500 });
    expect({ where, orderBy, found: slugs(whole.edges) }).toEqual({ where, orderBy, found: wanted });
    expect(whole.totalCount).toBe(wanted.length);
    if (wanted.length < 4) continue;
    telling += 1;
    const at = Math.floor(dice.roll() * (wanted.length - 2)) + 1;
    const { cursor } = whole.edges[at];
    expect(slugs((await ask({ where, orderBy, first: 2, after: cursor })).edges)).toEqual(
      wanted.slice(at + 1, at + 3),
    );
    expect(slugs((await ask({ where, orderBy, last: 2, before: cursor })).edges)).toEqual(
      wanted.slice(Math.max(0, at - 2), at),
    );
  }
  expect(telling).toBeGreaterThan(20);
});

it("take the cursors of the list that does not ask for a value", async () => {
  const orderBy = { field: "SCORE", leaderboard: "up", split: "a", direction: "DESC" };
  const where = { score: { leaderboard: "up", split: "a", gte: 0.3 } };
  const wide = await ask({ orderBy, first: 500 });
  const narrow = slugs((await ask({ where, orderBy, first: 500 })).edges);
  const { cursor } = wide.edges[3];
  expect(slugs((await ask({ where, orderBy, first: 5, after: cursor })).edges)).toEqual(narrow.slice(4, 9));
});

it("are the same whether few or very many use the thing that is asked for", async () => {
  const orderBy = { field: "SCORE", leaderboard: "up", split: "a", direction: "DESC" };
  const where = { lossFunction: { within: "margin" }, score: { leaderboard: "up", split: "a" } };
  const before = await ask({ where, orderBy, first: 500 });
  expect(before.totalCount).toBeGreaterThan(5);
  await service.dataSource.query(`
    WITH made AS (
      INSERT INTO submission (slug, label, benchmark_id, source_id)
      SELECT 'many-' || i, 'Many ' || i, 1, 1 FROM generate_series(1, 1100) i RETURNING id
    )
    INSERT INTO loss_function_claim (submission_id, loss_function_id, basis, position, source_id)
    SELECT made.id, t.id, 'STATED', 0, 1 FROM made, loss_function t WHERE t.slug = 'arc'`);
  expect(slugs((await ask({ where, orderBy, first: 500 })).edges)).toEqual(slugs(before.edges));
});

it("without a value come last where the filter does not ask for one", async () => {
  const { edges } = await ask({
    orderBy: { field: "SCORE", leaderboard: "down", split: "b", direction: "DESC" },
    first: 500,
  });
  const valued = new Set(expected({}, "down/b", true));
  const order = slugs(edges).map((slug) => valued.has(slug));
  expect(order.lastIndexOf(true)).toBe(valued.size - 1);
  expect(order).toContain(false);
});
