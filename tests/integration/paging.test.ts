import {
  type GraphQLField,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { createSchema } from "../../src/graph/schema";
import { loadRecords } from "../../src/importers/load";
import { records, score, submission } from "../support/factories";
import { insertImports } from "../support/import-rows";
import { everyListFilled, RANKED, tiesAndNulls, upTo } from "../support/paging-data";
import { startTestService, type TestService } from "../support/test-service";
import { nodesOf, type PagedList, page, pagedList, walk } from "../support/walk-pages";

/** How each type that has connections is reached, and with what a connection must be asked besides. */
const PARENTS: Record<string, string> = {
  Query: "",
  Backbone: 'backbone(ref: "net-1") {',
  Benchmark: 'benchmark(ref: "test-benchmark") {',
  Leaderboard: 'leaderboard(ref: "board-1") {',
  LossFunction: 'lossFunction(ref: "loss-1") {',
  Organisation: 'organisation(ref: "lab-1") {',
  Paper: 'paper(ref: "paper-1") {',
  TrainingDataset: 'trainingDataset(ref: "data-1") {',
};
const REQUIRED: Record<string, string> = {
  "Query.search": 'text: "entry"',
  "Leaderboard.statistics": "groupBy: LOSS_FUNCTION",
  "Leaderboard.rankChanges": 'otherSplit: "b"',
};
/** What tells the nodes of a type without an id apart. */
const NODES: Record<string, string> = {
  RankingEntry: "rank overallRank submission { slug }",
  RankChange: "rank otherRank submission { slug }",
  StatisticsGroup: "key count mean",
  SearchResult: "matched node { id }",
};

interface ConnectionField {
  name: string;
  type: string;
  field: GraphQLField<unknown, unknown>;
  node: string;
}

/** A submission, or what holds one. */
interface Named {
  name?: string;
  submission?: Named;
}

const schema = createSchema();
const connections: ConnectionField[] = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) || isInterfaceType(type))
  .flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const returned = getNamedType(field.type);
      if (!isObjectType(returned) || !returned.getFields().pageInfo) return [];
      const node = getNamedType(returned.getFields().nodes.type).name;
      return [{ name: `${type.name}.${field.name}`, type: type.name, field, node }];
    }),
  );
const names = connections.map(({ name }) => name);

/** Every value of a connection's `orderBy`, in both directions; one empty text where it has none. */
function ordersOf({ field }: ConnectionField): string[] {
  const orderBy = field.args.find((argument) => argument.name === "orderBy");
  const input = orderBy && getNamedType(orderBy.type);
  const fields = input && isInputObjectType(input) && getNamedType(input.getFields().field.type);
  if (!fields || !isEnumType(fields)) return [];
  return fields.getValues().flatMap(({ name }) =>
    ["ASC", "DESC"].map((direction) => {
      const board = name === "SCORE" ? 'leaderboard: "board-1"' : "";
      return `orderBy: { field: ${name} direction: ${direction} ${board} }`;
    }),
  );
}

function listNamed(name: string, order = ""): PagedList {
  const { type, field, node } = connections.find((connection) => connection.name === name) as ConnectionField;
  return pagedList(field.name, NODES[node] ?? "id", `${REQUIRED[name] ?? ""} ${order}`, PARENTS[type]);
}

let service: TestService;
beforeAll(async () => {
  service = await startTestService("empty");
  await loadRecords(service.dataSource, everyListFilled());
  await insertImports(service.dataSource, 8);
});
afterAll(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

describe("the table of connections", () => {
  it("has a way to reach every connection of the schema", () => {
    expect(names.length).toBeGreaterThanOrEqual(27);
    expect(connections.filter(({ type }) => PARENTS[type] === undefined)).toEqual([]);
    expect(Object.keys(REQUIRED).filter((name) => !names.includes(name))).toEqual([]);
    const nodeTypes = schema.getPossibleTypes(schema.getType("Node") as never).map(({ name }) => name);
    expect(
      connections.map(({ node }) => node).filter((node) => !NODES[node] && !nodeTypes.includes(node)),
    ).toEqual([]);
    const needed = connections.flatMap(({ name, field }) =>
      field.args
        .filter((one) => String(one.type).endsWith("!") && one.defaultValue === undefined)
        .map(() => name),
    );
    expect(needed.filter((name) => !REQUIRED[name])).toEqual([]);
  });

  it("has data for at least three pages of two in each of them", async () => {
    for (const name of names) {
      const { nodes } = await page(service, listNamed(name), "first: 500");
      expect({ name, enough: nodes.length >= 6 }).toEqual({ name, enough: true });
      expect({ name, different: new Set(nodes.map((node) => JSON.stringify(node))).size }).toEqual({
        name,
        different: nodes.length,
      });
    }
  });
});

describe.each(names)("%s", (name) => {
  const list = listNamed(name);

  it.each([1, 2, 5])("gives the whole list in pages of %i from either end", async (size) => {
    const whole = await page(service, list, "first: 500");
    expect(whole.totalCount).toBe(whole.nodes.length);
    for (const backward of [false, true]) {
      const pages = await walk(service, list, size, backward);
      expect(nodesOf(pages, backward)).toEqual(whole.nodes);
      expect(pages.map(({ totalCount }) => totalCount)).toEqual(pages.map(() => whole.nodes.length));
      expect(pages).toHaveLength(Math.ceil(whole.nodes.length / size));
      pages.forEach(({ pageInfo, cursors }, i) => {
        const [here, beyond] = [i > 0, i < pages.length - 1];
        expect(pageInfo).toEqual({
          hasNextPage: backward ? here : beyond,
          hasPreviousPage: backward ? beyond : here,
          startCursor: cursors[0],
          endCursor: cursors.at(-1),
        });
      });
    }
  });

  it("gives the whole list in pages in every order", async () => {
    const connection = connections.find((one) => one.name === name) as ConnectionField;
    const wholes: unknown[][] = [];
    for (const order of ordersOf(connection)) {
      const ordered = listNamed(name, order);
      const { nodes } = await page(service, ordered, "first: 500");
      wholes.push(nodes);
      expect(nodesOf(await walk(service, ordered, 2))).toEqual(nodes);
      expect(nodesOf(await walk(service, ordered, 2, true), true)).toEqual(nodes);
    }
    // The orders differ among themselves, so each was looked at.
    if (wholes.length) expect(new Set(wholes.map((nodes) => JSON.stringify(nodes))).size).toBeGreaterThan(1);
  });

  it("has an empty page of none, and nothing beyond its ends", async () => {
    const whole = await page(service, list, "first: 500");
    const none = {
      nodes: [],
      totalCount: whole.totalCount,
      pageInfo: { startCursor: null, endCursor: null },
    };
    expect(await page(service, list, "first: 0")).toMatchObject({ ...none, pageInfo: { hasNextPage: true } });
    expect(await page(service, list, "last: 0")).toMatchObject({
      ...none,
      pageInfo: { hasPreviousPage: true },
    });
    const { startCursor, endCursor } = whole.pageInfo;
    expect(await page(service, list, `first: 5 after: "${endCursor}"`)).toMatchObject({
      ...none,
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
    expect(await page(service, list, `last: 5 before: "${startCursor}"`)).toMatchObject({
      ...none,
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    const between = `first: 500 after: "${whole.cursors[0]}" before: "${whole.cursors[4]}"`;
    expect((await page(service, list, between)).nodes).toEqual(whole.nodes.slice(1, 4));
  });
});

describe("the size of a page", () => {
  let many: TestService;
  beforeAll(async () => {
    many = await startTestService("empty");
    const submissions = upTo(501).map((n) => submission(`s${String(n).padStart(3, "0")}`));
    await loadRecords(many.dataSource, records({ submissions }));
  });
  afterAll(async () => {
    expect(many.logged).toEqual([]);
    await many.close();
  });
  const list = pagedList("submissions", "name", "where: {}");
  const named = (from: number, to: number) =>
    upTo(to)
      .slice(from - 1)
      .map((n) => ({ name: `s${String(n).padStart(3, "0")}` }));

  it("is 25 when none is asked for", async () => {
    const found = await page(many, list, "");
    expect(found).toMatchObject({ totalCount: 501, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    expect(found.nodes).toEqual(named(1, 25));
    expect((await page(many, list, `after: "${found.pageInfo.endCursor}"`)).nodes).toEqual(named(26, 50));
    expect((await page(many, list, `before: "${found.cursors[3]}"`)).nodes).toEqual(named(1, 3));
  });

  it("is 500 at the most, and more is an error", async () => {
    expect((await page(many, list, "first: 500")).nodes).toEqual(named(1, 500));
    expect((await page(many, list, "last: 500")).nodes).toEqual(named(2, 501));
    for (const argument of ["first", "last"]) {
      const { errors } = await many.ask(list(`${argument}: 501`));
      expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument } }]);
      expect(errors?.[0].message).toMatch(/501 .*at most 500/);
    }
  });
});

describe("pages over ties and missing values", () => {
  let ties: TestService;
  beforeEach(async () => {
    ties = await startTestService("empty");
    await loadRecords(ties.dataSource, tiesAndNulls());
  });
  afterEach(async () => {
    expect(ties.logged).toEqual([]);
    await ties.close();
  });
  const ranking = pagedList("ranking", "submission { name }", "", 'leaderboard(ref: "board") {');
  const inOrder = (order: string) => pagedList("submissions", "name", `orderBy: { ${order} }`);
  const SCORE = 'field: SCORE leaderboard: "board"';

  it.each([
    ["of a ranking", ranking, RANKED.join("")],
    ["by date, undated last", inOrder("field: SUBMITTED_ON"), "hcaefbdgxyz"],
    ["by date descending, undated last still", inOrder("field: SUBMITTED_ON direction: DESC"), "aefchbdgxyz"],
    ["by score, those without last", inOrder(SCORE), "hgdefabcxyz"],
    ["by score descending, those without last still", inOrder(`${SCORE} direction: DESC`), "abcdefghxyz"],
  ])("keep the order %s", async (_, list, order) => {
    for (const size of [1, 2, 3, 4]) {
      for (const backward of [false, true]) {
        const nodes = nodesOf(await walk(ties, list, size, backward), backward) as Named[];
        expect(nodes.map((node) => (node.submission ?? node).name).join("")).toBe(order);
      }
    }
  });

  it.each([
    ["a ranking", ranking],
    ["submissions", inOrder(`${SCORE} direction: DESC`)],
  ])("go on at the same place of %s when rows come and go", async (_, list) => {
    const before = await page(ties, list, "first: 3");
    const backwards = await page(ties, list, "last: 2");
    // The row of the cursor goes, as does one to come; one comes before it and one after it.
    await ties.dataSource.query(
      "DELETE FROM score WHERE submission_id IN (SELECT id FROM submission WHERE name IN ('b', 'c', 'd'))",
    );
    for (const name of ["b", "c", "d"]) {
      await ties.dataSource.query("DELETE FROM submission WHERE name = $1", [name]);
    }
    await loadRecords(
      ties.dataSource,
      records({
        submissions: [submission("new first"), submission("new last")],
        scores: [score("new-first", "board", { a: "99" }), score("new-last", "board", { a: "65" })],
      }),
    );
    const named = (nodes: unknown[]) => (nodes as Named[]).map((node) => (node.submission ?? node).name);
    const after = await page(ties, list, `first: 4 after: "${before.pageInfo.endCursor}"`);
    expect(named(after.nodes)).toEqual(["e", "f", "g", "new last"]);
    const preceding = await page(ties, list, `last: 50 before: "${before.pageInfo.endCursor}"`);
    expect(named(preceding.nodes)).toEqual(["new first", "a"]);
    // Backward from what was second to last: g in the ranking, y among the submissions.
    const earlier = await page(ties, list, `last: 3 before: "${backwards.pageInfo.startCursor}"`);
    expect(named(earlier.nodes)).toEqual(list === ranking ? ["a", "e", "f"] : ["new last", "h", "x"]);
  });
});
