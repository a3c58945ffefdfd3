import { encodeCursor } from "../../src/common/pagination/cursor";
import { loadRecords } from "../../src/importers/load";
import { asLiteral, asVariable, BOARD, expectRefusal, RANKING, SUBMISSIONS } from "../support/bad-requests";
import { records } from "../support/factories";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterEach(() => expect(service.logged.splice(0)).toEqual([]));
afterAll(() => service.close());

describe("cursors", () => {
  const BY_DATE = "orderBy: { field: SUBMITTED_ON }";
  const cursorOf = async (list: string) => {
    const data = await service.data(`{ ${list.replace("nodes { slug }", "pageInfo { startCursor }")} }`);
    return data.submissions.pageInfo.startCursor as string;
  };
  const refused = async (query: string, cursor: string, message: RegExp) => {
    for (const argument of ["after", "before"]) {
      const bad = {
        query: query.replace("CURSOR", `${argument}: $v`),
        value: cursor,
        type: "String",
        argument,
        message,
      };
      expectRefusal(await asLiteral(service, bad), bad, argument);
      expectRefusal(await asVariable(service, bad), bad, argument);
    }
  };

  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  it.each([
    "",
    "x",
    "AAAA",
    "%%%",
    "🙂",
    encoded({}),
    encoded([]),
    encoded([1, "a"]),
    encoded(["a", {}]),
    encoded(["a", 1]),
    encoded("a"),
  ])("that are none are refused: %p", (cursor) =>
    refused(SUBMISSIONS("CURSOR"), cursor, /not a cursor\. Use the `cursor`/),
  );

  it("of another list, order or parent are refused", async () => {
    const plain = await cursorOf(SUBMISSIONS("first: 1"));
    const OTHER = /another list or order\. Use one from a page of this list/;
    await refused(SUBMISSIONS(`CURSOR ${BY_DATE}`), plain, OTHER);
    await refused(SUBMISSIONS("CURSOR orderBy: { field: NAME direction: DESC }"), plain, OTHER);
    await refused(RANKING("CURSOR"), plain, OTHER);
    await refused("papers(CURSOR) { totalCount nodes { slug } }", plain, OTHER);
    await refused('organisation(ref: "deepsense") { submissions(CURSOR) { nodes { slug } } }', plain, OTHER);
    const { leaderboard } = await service.data(
      `{ ${BOARD} { ranking(first: 1) { pageInfo { endCursor } } } }`,
    );
    await refused(RANKING('CURSOR split: "set-2"'), leaderboard.ranking.pageInfo.endCursor, OTHER);
  });

  it("with a key that is none of the list's are refused", async () => {
    const [list, ...key] = JSON.parse(
      Buffer.from(await cursorOf(SUBMISSIONS(BY_DATE)), "base64url").toString(),
    );
    expect(key).toHaveLength(3);
    const [date, label, id] = key;
    const SCORE = RANKING("CURSOR");
    const { leaderboard } = await service.data(
      `{ ${BOARD} { ranking(first: 1) { pageInfo { endCursor } } } }`,
    );
    const [ranking, , ...rest] = JSON.parse(
      Buffer.from(leaderboard.ranking.pageInfo.endCursor, "base64url").toString(),
    );
    const dated = [
      "2017-02-30",
      "2017-02-31",
      "2017-13-01",
      "0000-01-01",
      "infinity",
      "now",
      "2017-01-01'; DROP TABLE paper; --",
      "",
    ];
    const forged = [
      ...dated.map((day) => [day, label, id]),
      [date, "a\0b", id],
      ...["1; DROP TABLE paper", "1.5", "9999999999", "x", "", "NaN"].map((other) => [date, label, other]),
      [date, label],
      [date, label, id, id],
    ];
    for (const keys of forged)
      await refused(SUBMISSIONS(`CURSOR ${BY_DATE}`), encodeCursor(list, keys), /another list/);
    for (const number of ["NaN", "Infinity", "1e400", "1e9", "0x10", "1'", "--1", " 1", "1\n"]) {
      await refused(SCORE, encodeCursor(ranking, [number, ...rest]), /another list/);
    }
    // Quotes in a text are a place like any other.
    const after = encodeCursor(list, [date, "'; DROP TABLE paper; --", id]);
    const found = await service.data(`{ ${SUBMISSIONS(`${BY_DATE} first: 1 after: "${after}"`)} }`);
    expect(found.submissions.nodes).toHaveLength(1);
  });

  it("of rows with very long titles are taken, though no other text may be as long", async () => {
    const titles = ["a", "b"].map((end) => "字".repeat(700) + end);
    const papers = titles.map((title, i) => ({ slug: `long-${i}`, title, year: 2050 }));
    await loadRecords(service.dataSource, records({ papers }));
    const list = (args: string) =>
      `papers(${args} where: { year: { gte: 2050 } }) { nodes { slug } pageInfo { endCursor } }`;
    const { papers: first } = await service.data(`{ ${list("first: 1")} }`);
    const cursor = first.pageInfo.endCursor;
    expect([first.nodes[0].slug, cursor.length > 1000]).toEqual(["long-0", true]);
    const literal = await service.data(`{ ${list(`after: "${cursor}"`)} }`);
    const variable = await service.data(`query ($v: String) { ${list("after: $v")} }`, { v: cursor });
    expect(literal.papers.nodes).toEqual([{ slug: "long-1" }]);
    expect(variable.papers.nodes).toEqual([{ slug: "long-1" }]);
    const both = `query ($v: String!) { ${list("after: $v")} paper(ref: $v) { slug } }`;
    expect((await service.ask(both, { v: cursor })).errors).toMatchObject([
      { message: expect.stringMatching(/at most 1000/), extensions: { argument: "$v" } },
    ]);
  });
});
