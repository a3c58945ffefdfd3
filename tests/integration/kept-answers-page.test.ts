import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { post, send, sendRaw } from "../support/http-client";
import { type HttpService, startHttpService } from "../support/http-service";

const QUERY = `query Leaders($first: Int = 3) {
  meta { revision }
  leaderboard(ref: "megaface-identification") { ranking(first: $first) {
    nodes { rank submission { id name organisations { name } } score { value reported } } } } }`;

let service: HttpService;
let id: string;
beforeAll(async () => {
  service = await startHttpService();
  const { data } = await post(service.url, {
    query: "mutation ($query: String!) { keepAnswer(query: $query, variables: { first: 2 }) { id } }",
    variables: { query: QUERY },
  });
  id = data.keepAnswer.id;
});
afterAll(async () => {
  await service.close();
  expect(service.logged).toEqual([]);
});

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  send(`${service.url}${path}`, { headers, method });

const BROWSER = { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" };

describe("the page of a kept answer", () => {
  it("has the answer, how to cite it, the query and where to go on, and needs no script", async () => {
    const { status, headers, text } = await get(`/a/${id}`, BROWSER);
    expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    for (const part of [
      "<h1>Leaders</h1>",
      `https://scoregraph.example/a/${id}`,
      "<bdi>Leaders: leaderboard.ranking.nodes.</bdi>",
      '<th scope="col">submission name</th>',
      "<bdi>THU CV-AI Lab</bdi>",
      "<dt>meta.revision</dt><dd>1</dd>",
      "@misc{scoregraph:",
      "query Leaders($first: Int = 3) {",
      "&quot;first&quot;: 2",
      `href="/a/${id}.json"`,
      `href="/a/${id}.tex?list=leaderboard.ranking.nodes"`,
      'href="/playground?query=query+Leaders',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/<script|\sstyle=|\son\w+=|javascript:/i);
  });

  it("allows itself nothing but its own style and icon", async () => {
    const { headers, text } = await get(`/a/${id}`, BROWSER);
    const style = /<style>(.*?)<\/style>/s.exec(text)?.[1] as string;
    const hash = createHash("sha256").update(style).digest("base64");
    expect(headers.get("content-security-policy")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect([headers.get("x-content-type-options"), headers.get("referrer-policy")]).toEqual([
      "nosniff",
      "no-referrer",
    ]);
  });

  it("shows names and queries as text, whatever is in them", async () => {
    const evil = `<img src=x onerror=alert(1)>"'&`;
    await service.dataSource.query(
      "UPDATE benchmark SET name = $1, name_key = 'evil' WHERE slug = 'megaface'",
      [evil],
    );
    const { data } = await post(service.url, {
      query: "mutation ($query: String!) { keepAnswer(query: $query) { id } }",
      variables: {
        query: `{ benchmark(ref: "megaface") { name } benchmarks { nodes { id name } } a: search(text: ${JSON.stringify(evil)}) { totalCount } }`,
      },
    });
    const { text } = await get(`/a/${data.keepAnswer.id}`, BROWSER);
    expect(text).not.toContain("<img");
    expect(text.split("&lt;img src=x onerror=alert(1)&gt;").length).toBeGreaterThan(3);
  });

  it("is JSON for those who accept that, or by its ending", async () => {
    const asked = await get(`/a/${id}`, { accept: "application/json" });
    const named = await get(`/a/${id.toUpperCase()}.json`, BROWSER);
    expect([asked.headers.get("content-type"), asked.headers.get("vary")]).toEqual([
      "application/json; charset=utf-8",
      "accept, accept-encoding",
    ]);
    expect(named.text).toBe(asked.text);
    const told = JSON.parse(asked.text);
    const { data } = await post(service.url, {
      query: `{ answer(id: "${id}") { id title query variables data contentHash revision dataVersion dataChangedAt serviceVersion keptAt address } }`,
    });
    expect(told).toEqual({ ...data.answer, citation: expect.anything() });
    expect((await get(`/a/${id}`, { accept: "image/png" })).status).toBe(406);
  });

  it("has its lists as files, which say what they are cited as", async () => {
    const { text, headers } = await get(`/a/${id}.csv`);
    expect(headers.get("content-disposition")).toMatch(
      /^attachment; filename="leaders-leaderboard-ranking-nodes-\w+\.csv"$/,
    );
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row.rank, row["submission.name"], row["score.reported"]])).toEqual([
      ["1", expect.any(String), expect.any(String)],
      ["2", expect.any(String), expect.any(String)],
    ]);
    const latex = await get(`/a/${id}.tex?list=leaderboard.ranking.nodes`);
    expect(latex.text).toContain(`To be cited as https://scoregraph.example/a/${id}.`);
    expect(latex.text).toContain("data version");
    const wrong = await get(`/a/${id}.csv?list=nope`);
    expect([wrong.status, wrong.errors[0].extensions]).toEqual([
      400,
      { code: "BAD_USER_INPUT", argument: "list", suggestions: ["leaderboard.ranking.nodes"] },
    ]);
  });

  it("has an ETag, and can be asked for by HEAD and by a link on another site", async () => {
    const { headers } = await get(`/a/${id}`, BROWSER);
    const etag = headers.get("etag") as string;
    expect((await get(`/a/${id}`, { ...BROWSER, "if-none-match": etag })).status).toBe(304);
    expect((await get(`/a/${id}`, { accept: "application/json", "if-none-match": etag })).status).toBe(200);
    const head = await get(`/a/${id}`, BROWSER, "HEAD");
    expect([head.status, head.text]).toEqual([200, ""]);
    const lines = [
      "Host: x",
      "Connection: close",
      "User-Agent: Mozilla/5.0",
      "Accept: text/html",
      "Sec-Fetch-Site: cross-site",
    ];
    const from = (mode: string) =>
      sendRaw(
        service.url,
        `GET /a/${id} HTTP/1.1\r\n${lines.join("\r\n")}\r\nSec-Fetch-Mode: ${mode}\r\n\r\n`,
      );
    expect(await from("navigate")).toMatch(/^HTTP\/1.1 200 /);
    expect(await from("no-cors")).toMatch(/^HTTP\/1.1 403 /);
  });

  it.each(["/a/", "/a/nope", "/a/00000000000000000000", "/a/x/y", "/a/%00", "/a/..%2f"])(
    "is nowhere else: %s",
    async (path) => {
      const { status, errors } = await get(path, BROWSER);
      expect([status, errors[0].extensions.code]).toEqual([404, "PATH_NOT_FOUND"]);
    },
  );

  it("is not written to by any method", async () => {
    for (const method of ["POST", "PUT", "DELETE"])
      expect((await get(`/a/${id}`, BROWSER, method)).status).toBe(405);
  });
});
