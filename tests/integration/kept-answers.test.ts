import { contentHashOf } from "../../src/domain/answer/answer-text";
import { post } from "../support/http-client";
import { type HttpService, startHttpService } from "../support/http-service";

const BOARD = "megaface-identification";
const KEEP = `mutation ($query: String!, $variables: JSONObject, $operationName: String) {
  keepAnswer(query: $query, variables: $variables, operationName: $operationName) {
    id title query variables data contentHash revision dataVersion dataChangedAt serviceVersion keptAt address
    citeAs { text keys references { text } }
  }
}`;
const BEST = `query Best($first: Int = 2, $board: String!) {
  leaderboard(ref: $board) { top: ranking(first: $first) { nodes { rank submission { id name } score { reported } } } } }`;

let service: HttpService;
beforeAll(async () => {
  service = await startHttpService({ keepsAnswers: true });
});
afterAll(async () => {
  await service.close();
  expect(service.logged).toEqual([]);
});

const keep = (query: string, variables?: object, operationName?: string, at = service) =>
  post(at.url, { query: KEEP, variables: { query, variables, operationName } });

async function kept(query: string, variables?: object, operationName?: string) {
  const { data, errors } = await keep(query, variables, operationName);
  expect(errors).toEqual([]);
  return data.keepAnswer;
}

const revisionNow = async () => {
  const [row] = await service.dataSource.query("SELECT revision, changed_at FROM data_revision");
  return JSON.stringify(row);
};

describe("a kept answer", () => {
  it("is the query in its normal form, with what it gave and of which data", async () => {
    const before = await revisionNow();
    const answer = await kept(BEST, { board: BOARD, other: 1 });
    expect(answer).toMatchObject({
      id: expect.stringMatching(/^[0-9a-hjkmnp-tv-z]{20}$/),
      title: "Best",
      query: expect.stringMatching(/^query Best\(\$board: String!, \$first: Int = 2\) \{\n/),
      variables: { board: BOARD, first: 2 },
      address: `https://scoregraph.example/a/${answer.id}`,
      contentHash: contentHashOf(answer.data),
    });
    const { data, errors } = await post(service.url, { query: BEST, variables: { board: BOARD } });
    expect(errors).toEqual([]);
    expect(JSON.stringify(answer.data)).toBe(JSON.stringify(data));
    const { data: now } = await post(service.url, { query: "{ meta { revision dataVersion changedAt } }" });
    expect([answer.revision, answer.dataVersion, answer.dataChangedAt]).toEqual([
      now.meta.revision,
      now.meta.dataVersion,
      now.meta.changedAt,
    ]);
    // To keep an answer is no change of the data.
    expect(await revisionNow()).toBe(before);
  });

  it("is one and the same for the same query, however it is written and by whichever process it is kept", async () => {
    const first = await kept(BEST, { board: BOARD });
    const spaced = `# again\n${BEST.replaceAll(" ", "  ")} query Unused { meta { revision } }`;
    expect(await kept(spaced, { first: 2, board: BOARD }, "Best")).toEqual(first);
    expect((await kept(BEST, { board: BOARD, first: 3 })).id).not.toBe(first.id);
    const together = await Promise.all([3, 3, 3].map(() => keep("{ papers { totalCount } }")));
    expect(new Set(together.map(({ data }) => data.keepAnswer.id)).size).toBe(1);
  });

  it("is found by its id, which may have capitals; nothing else is, and that is never remembered", async () => {
    const query = "query ($id: ID!) { answer(id: $id) { id title data } }";
    const find = (id: string) => post(service.url, { query, variables: { id } });
    const wanted = "{ organisations { totalCount } }";
    const { id, title, data } = await kept(wanted);
    expect((await find(id)).data.answer).toEqual({ id, title, data });
    expect((await find(` ${id.toUpperCase()} `)).data.answer.id).toBe(id);
    await service.dataSource.query("DELETE FROM kept_answer WHERE id = $1", [id]);
    const missing = async () => {
      const { data, errors } = await post(service.url, { query: `{ answer(id: "${id}") { data } }` });
      return [data, errors[0]?.extensions.code];
    };
    expect(await missing()).toEqual([undefined, "NOT_FOUND"].map((each, i) => (i === 0 ? null : each)));
    await kept(wanted);
    expect(await missing()).toEqual([{ answer: { data } }, undefined]);
    for (const wrong of ["", "x", "../a", `${id}0`]) {
      expect((await find(wrong)).errors[0].extensions.code).toBe("NOT_FOUND");
    }
  });

  it("can be cited, with its address, the version of the data and its hash", async () => {
    const { id, citeAs, contentHash, dataVersion, keptAt } = await kept(BEST, { board: BOARD });
    expect(citeAs.keys).toEqual([`scoregraph:${id}`]);
    for (const part of [
      `@dataset{scoregraph:${id},`.replace("dataset", "misc"),
      `url = {https://scoregraph.example/a/${id}}`,
      contentHash,
      dataVersion,
      `year = {${keptAt.slice(0, 4)}}`,
      "Best",
    ]) {
      expect(citeAs.text).toContain(part);
    }
    expect(citeAs.references[0].text).toContain(`https://scoregraph.example/a/${id}`);
  });

  it("says in the tables within it what they are cited as, also when it is asked again", async () => {
    const table = `{ leaderboard(ref: "${BOARD}") { ranking(first: 3) { table(format: LATEX) { text notes } } } }`;
    const { id, data } = await kept(table);
    const { text, notes } = data.leaderboard.ranking.table;
    expect(notes.at(-1)).toBe(`To be cited as https://scoregraph.example/a/${id}.`);
    expect(text).toContain(id);
    const again = await post(service.url, { query: `{ answer(id: "${id}") { changes { standing } } }` });
    expect(again.data.answer.changes.standing).toBe("SAME");
    const plain = await post(service.url, { query: table });
    expect(plain.data.leaderboard.ranking.table.text).not.toContain(id);
  });
});

describe("nothing is kept", () => {
  const count = async () =>
    (await service.dataSource.query("SELECT count(*)::int AS n FROM kept_answer"))[0].n;

  it.each([
    ["what is not GraphQL", "{ a", "GRAPHQL_PARSE_FAILED"],
    ["what does not fit the schema", "{ meta { revison } }", "GRAPHQL_VALIDATION_FAILED"],
    ["what has an error", '{ leaderboard(ref: "none") { name } }', "NOT_FOUND"],
    ["what has an error beside data", `{ meta { revision } submission(ref: "none") { name } }`, "NOT_FOUND"],
    ["a wrong literal", "{ submissions(first: -1) { totalCount } }", "BAD_USER_INPUT"],
    ["a missing variable", "query ($a: String!) { leaderboard(ref: $a) { name } }", "BAD_USER_INPUT"],
    ["a mutation", 'mutation { keepAnswer(query: "{ a }") { id } }', "BAD_USER_INPUT"],
    ["the schema", "{ __schema { queryType { name } } }", "BAD_USER_INPUT"],
    ["a kept answer", '{ answer(id: "x") { changes { standing } } }', "BAD_USER_INPUT"],
    [
      "two operations",
      "query A { meta { revision } } query B { meta { revision } }",
      "OPERATION_RESOLUTION_FAILURE",
    ],
    ["what is nested too deeply", `{ a${"{a".repeat(300)}`, "BAD_USER_INPUT"],
    [
      "what costs too much",
      "{ submissions(first: 500) { nodes { scores { submission { scores { value } } } } } }",
      "QUERY_TOO_EXPENSIVE",
    ],
    ["what is too long", `{ ${"meta { revision } ".repeat(5_000)} }`, "QUERY_TOO_LARGE"],
  ])("of %s", async (_, query, code) => {
    const before = await count();
    const { status, data, errors } = await keep(query);
    expect([status, data ?? null, errors.map(({ extensions }) => extensions.code)]).toEqual([
      200,
      null,
      [code],
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/kept_answer|SELECT|Did you mean \\"revision/);
    expect(await count()).toBe(before);
  });

  it("by GET, and by a form of another site", async () => {
    const query = 'mutation { keepAnswer(query: "{ meta { revision } }") { id } }';
    const url = `${service.url}/graphql?${new URLSearchParams({ query })}`;
    const before = await count();
    const got = await fetch(url, { headers: { "apollo-require-preflight": "1" } });
    expect(got.status).toBe(405);
    const body = new URLSearchParams({ query });
    expect((await fetch(`${service.url}/graphql`, { method: "POST", body })).status).toBe(415);
    expect(await count()).toBe(before);
  });
});

describe("limits", () => {
  let limited: HttpService;
  afterEach(async () => {
    await limited.close();
    expect(limited.logged).toEqual([]);
  });
  const codes = async (...asked: Parameters<typeof keep>) => {
    const { status, errors } = await keep(...asked);
    return [status, errors[0]?.extensions.code];
  };

  it("are the bytes of the query, of the answer, and of all answers together", async () => {
    const limits = { queryBytes: 400, answerBytes: 300, allBytes: 100_000_000 };
    limited = await startHttpService({ keeping: { limits } });
    const long = `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: meta { revision }`).join(" ")} }`;
    expect(await codes(long, undefined, undefined, limited)).toEqual([200, "QUERY_TOO_LARGE"]);
    const large = await keep("{ submissions(first: 20) { nodes { name } } }", undefined, undefined, limited);
    expect(large.errors[0].extensions).toMatchObject({ code: "ANSWER_TOO_LARGE", limit: { allowed: 300 } });
    expect(await codes("{ meta { revision } }", undefined, undefined, limited)).toEqual([200, undefined]);
    limits.allBytes = 1;
    expect(await codes("{ papers { totalCount } }", undefined, undefined, limited)).toEqual([
      200,
      "KEEPING_CLOSED",
    ]);
  });

  it("are how many a client may keep; what is kept already is given for nothing", async () => {
    limited = await startHttpService({ keepingLimit: { perHour: 2 } });
    const ask = (n: number) =>
      keep(`{ submissions(first: ${n}) { totalCount } }`, undefined, undefined, limited);
    const statuses: unknown[] = [];
    for (const n of [1, 2, 1, 2, 3, 1]) statuses.push((await ask(n)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429, 200]);
    const { errors, headers } = await ask(4);
    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(/^This client has kept the 2 answers that it may keep in an hour\./),
      extensions: { code: "RATE_LIMITED" },
    });
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(3_000);
  });

  it("may be none at all: what is kept is still there", async () => {
    const asks = (url: string) => post(url, { query: "{ meta { keepsAnswers } }" });
    expect((await asks(service.url)).data.meta.keepsAnswers).toBe(true);
    limited = await startHttpService({ keeping: { limits: null } });
    expect((await asks(limited.url)).data.meta.keepsAnswers).toBe(false);
    expect(await codes("{ meta { revision } }", undefined, undefined, limited)).toEqual([
      200,
      "KEEPING_CLOSED",
    ]);
  });

  it("are the points of the client: those of the query within, too", async () => {
    limited = await startHttpService({ budget: { pointsPerAddress: 1_000 } });
    const { headers } = await keep(
      "{ submissions(first: 100) { nodes { name } } }",
      undefined,
      undefined,
      limited,
    );
    const left = Number(/r=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1]);
    expect(left).toBeLessThan(880);
    const spent = await keep(
      "{ submissions(first: 450) { nodes { organisations { name } } } }",
      undefined,
      undefined,
      limited,
    );
    expect([spent.status, spent.errors[0].extensions.code]).toEqual([429, "RATE_LIMITED"]);
  });

  it("hold for all answers that are asked again in one request together", async () => {
    limited = await startHttpService({ limits: { cost: 500 } });
    const { data } = await keep(
      "{ submissions(first: 200) { nodes { name } } }",
      undefined,
      undefined,
      limited,
    );
    const changes = (name: string) => `${name}: answer(id: "${data.keepAnswer.id}") { changes { standing } }`;
    const ask = (...names: string[]) => post(limited.url, { query: `{ ${names.map(changes).join(" ")} }` });
    expect((await ask("a", "b")).errors).toEqual([]);
    const { errors } = await ask("a", "b", "c");
    expect(errors[0].extensions).toMatchObject({ code: "QUERY_TOO_EXPENSIVE", cost: { limit: 500 } });
  });
});
