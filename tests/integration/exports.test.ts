import { Cancellation } from "../../src/common/cancellation";
import { TableFormat } from "../../src/common/table-format";
import { exportsOf } from "../../src/graph/exports/export-source";
import { createSchema } from "../../src/graph/schema";
import { post, send, sendRaw } from "../support/http-client";
import { type HttpService, startHttpService } from "../support/http-service";

const BOARD = "megaface-identification";
const ENDINGS: Record<TableFormat, string> = {
  CSV: "csv",
  TSV: "tsv",
  MARKDOWN: "md",
  LATEX: "tex",
  HTML: "html",
  JSON_LINES: "jsonl",
};

let service: HttpService;
beforeAll(async () => {
  service = await startHttpService({ poolSize: 2, limits: { cost: 100_000 } });
});
afterAll(async () => {
  await service.close();
  expect(service.logged).toEqual([]);
});

const file = (path: string, init?: RequestInit) => send(`${service.url}/export/${path}`, init);

// biome-ignore lint/suspicious/noExplicitAny: answers are compared, not typed
async function ask(query: string, variables = {}): Promise<any> {
  const { data, errors } = await post(service.url, { query, variables });
  expect(errors).toEqual([]);
  return data;
}

describe("a file", () => {
  it.each(Object.values(TableFormat))("of a ranking is the table of it, all rows: %s", async (format) => {
    const { leaderboard } = await ask(
      `query ($format: TableFormat!) { leaderboard(ref: "${BOARD}") { ranking(first: 500) {
        table(format: $format, columns: [RANK, SUBMISSION, LOSS_FUNCTIONS, VALUE]) { text fileName mediaType rowCount } } } }`,
      { format },
    );
    const { table } = leaderboard.ranking;
    expect(table.rowCount).toBeGreaterThan(40);
    const path = `rankings/${BOARD}.${ENDINGS[format]}?columns=RANK,SUBMISSION,LOSS_FUNCTIONS,VALUE`;
    const { status, text, headers } = await file(path);
    expect(status).toBe(200);
    expect(text).toBe(table.text);
    expect(headers.get("content-disposition")).toBe(`attachment; filename="${table.fileName}"`);
    expect(headers.get("content-type")).toBe(table.mediaType);
    expect(headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
  });

  it("of submissions takes the arguments of the list and of the table", async () => {
    const where = { described: { is: true } };
    const values = [{ leaderboard: BOARD }];
    const { submissions } = await ask(
      `query ($where: SubmissionWhere, $values: [TableValueColumn!]) { submissions(where: $where, first: 7) {
        table(format: LATEX, values: $values, caption: "A & b", basis: [STATED]) { text } } }`,
      { where, values },
    );
    const parameters = new URLSearchParams({
      where: JSON.stringify(where),
      values: JSON.stringify(values),
      first: "7",
      caption: "A & b",
      basis: "STATED",
    });
    const { text } = await file(`submissions.tex?${parameters}`);
    expect(text).toBe(submissions.table.text);
    expect(text).toMatch(/Rows listed: 7 of \d+\./);
  });

  it.each([
    ["bib", "BIBTEX"],
    ["biblatex", "BIBLATEX"],
    ["json", "CSL_JSON"],
    ["ris", "RIS"],
  ])("of papers is their bibliography: %s", async (ending, format) => {
    const written = `bibliography(format: ${format}, papers: [CITED, INTRODUCING]) { text fileName }`;
    const { leaderboard, submissions, papers } = await ask(`{
      leaderboard(ref: "${BOARD}") { ranking(first: 500) { ${written} } }
      submissions(first: 500) { ${written} }
      papers(first: 500) { bibliography(format: ${format}) { text } } }`);
    const roles = "papers=CITED,INTRODUCING";
    const ranked = await file(`rankings/${BOARD}.${ending}?${roles}`);
    expect(ranked.text).toBe(leaderboard.ranking.bibliography.text);
    expect(ranked.headers.get("content-disposition")).toContain(leaderboard.ranking.bibliography.fileName);
    expect((await file(`submissions.${ending}?${roles}`)).text).toBe(submissions.bibliography.text);
    expect((await file(`papers.${ending}`)).text).toBe(papers.bibliography.text);
  });

  it("has a leaderboard of any name, and no rows where none fulfil", async () => {
    expect((await file(`rankings/${encodeURIComponent("MegaFace identification")}.csv`)).status).toBe(200);
    const where = encodeURIComponent('{"submission":{"is":[]}}');
    const { status, text } = await file(`submissions.csv?where=${where}&columns=SLUG`);
    expect([status, text]).toEqual([200, "slug\r\n"]);
  });

  it("can be asked for by HEAD, and by a link on another site", async () => {
    const { status, headers, text } = await file("papers.bib", { method: "HEAD" });
    expect([status, text]).toEqual([200, ""]);
    expect(headers.get("etag")).toMatch(/^W\//);
    const from = async (mode: string) => {
      const lines = [
        "GET /export/papers.bib HTTP/1.1",
        "Host: x",
        "Connection: close",
        "User-Agent: Mozilla/5.0",
      ];
      const site = ["Sec-Fetch-Site: cross-site", `Sec-Fetch-Mode: ${mode}`];
      return sendRaw(service.url, `${[...lines, ...site].join("\r\n")}\r\n\r\n`);
    };
    expect(await from("navigate")).toMatch(/^HTTP\/1.1 200 /);
    expect(await from("no-cors")).toMatch(/^HTTP\/1.1 403 .*CROSS_SITE_REQUEST/s);
  });
});

describe("what is wrong", () => {
  it.each([
    ["rankings/none.csv", 400, "NOT_FOUND", "leaderboard"],
    [`rankings/${BOARD}.csv?split=z`, 400, "NOT_FOUND", "split"],
    [`rankings/${BOARD}.csv?columns=RANK,NOPE`, 400, "BAD_USER_INPUT", "columns"],
    [`rankings/${BOARD}.csv?columns=RANK,RANK`, 400, "BAD_USER_INPUT", "columns"],
    [`rankings/${BOARD}.csv?first=-1`, 400, "BAD_USER_INPUT", "first"],
    [`rankings/${BOARD}.csv?first=x`, 400, "BAD_USER_INPUT", "first"],
    [`rankings/${BOARD}.csv?first=1&first=2`, 400, "BAD_USER_INPUT", "first"],
    [`rankings/${BOARD}.csv?asOf=yesterday`, 400, "BAD_USER_INPUT", "asOf"],
    [`rankings/${BOARD}.csv?nope=1`, 400, "BAD_USER_INPUT", "nope"],
    [`rankings/${BOARD}.csv?format=LATEX`, 400, "BAD_USER_INPUT", "format"],
    ["submissions.csv?where=%7Bx", 400, "BAD_USER_INPUT", "where"],
    ["papers.csv", 404, "PATH_NOT_FOUND", undefined],
    ["constructor.bib", 404, "PATH_NOT_FOUND", undefined],
    ["rankings/x.toString", 404, "PATH_NOT_FOUND", undefined],
  ])("is said of %s", async (path, status, code, argument) => {
    const answer = await file(path);
    expect([answer.status, answer.errors[0]?.extensions]).toEqual([
      status,
      expect.objectContaining({ code }),
    ]);
    expect(answer.errors[0].extensions.argument).toBe(argument);
    expect(answer.headers.get("content-disposition")).toBeNull();
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("is a text that is too long", async () => {
    const { status, errors } = await file(`submissions.csv?caption=${"x".repeat(1001)}`);
    expect([status, errors[0].extensions.argument]).toEqual([400, "$caption"]);
  });

  it("is a method that nothing is asked by", async () => {
    const { status, headers } = await file("papers.bib", { method: "POST" });
    expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });
});

describe("the revision", () => {
  it("is in the ETag: who has the file gets it anew only when the data are other ones", async () => {
    const { headers } = await file("papers.bib?first=2&where=");
    const etag = headers.get("etag") as string;
    const again = (path: string) => file(path, { headers: { "if-none-match": etag } });
    const kept = await again("papers.bib?where=&first=2");
    expect([kept.status, kept.text, kept.headers.get("etag")]).toEqual([304, "", etag]);
    expect((await again("papers.bib?first=3")).status).toBe(200);
    await service.dataSource.query("UPDATE paper SET venue = venue");
    await service.dataSource.query("UPDATE paper SET year = 2000 WHERE slug = 'deng-2018-arcface'");
    expect((await again("papers.bib?first=2&where=")).status).toBe(200);
  });

  it("is one, whatever is changed while the file is read", async () => {
    const source = exportsOf(
      createSchema(),
      () => service.dataSource,
      async () => "",
      { atOnce: 10, aheadBytes: 0 },
    );
    const plan = source.plan(
      "submissions.jsonl",
      new URLSearchParams({ columns: "SUBMISSION,ORGANISATIONS" }),
    );
    const readAll = async (change: () => Promise<unknown>) => {
      const open = await plan?.open(new Cancellation());
      const pieces: string[] = [];
      for await (const piece of open?.text ?? []) {
        pieces.push(String(piece));
        if (pieces.length === 1) await change();
      }
      await open?.close();
      return { text: pieces.join(""), revision: open?.revision };
    };
    const before = await readAll(async () => {});
    expect(before.text.split("\n").length).toBeGreaterThan(50);
    const during = await readAll(() =>
      service.dataSource.query("UPDATE organisation SET name = name || ' (renamed)'"),
    );
    expect(during).toEqual(before);
    const after = await readAll(async () => {});
    expect(after.text).toContain("(renamed)");
    expect(after.revision).not.toBe(before.revision);
  });
});

it("gives connections back, whether files are read, refused or left", async () => {
  for (let i = 0; i < 6; i++) {
    await file(`rankings/none.csv?split=${i}`);
    const controller = new AbortController();
    const left = fetch(`${service.url}/export/submissions.csv`, { signal: controller.signal });
    setTimeout(() => controller.abort(), 10 * i);
    await left.then((response) => response.text()).catch(() => {});
    expect((await file("papers.ris")).status).toBe(200);
  }
});

describe("the limits", () => {
  let limited: HttpService;
  afterEach(() => limited.close());

  it("are those of the query that gives the same: its cost, and the points of the client", async () => {
    limited = await startHttpService({ limits: { fileCost: 300 }, budget: { pointsPerAddress: 400 } });
    const get = (path: string) => send(`${limited.url}/export/${path}`);
    const { status, errors } = await get("submissions.csv");
    expect([status, errors[0].extensions.code]).toEqual([400, "QUERY_TOO_EXPENSIVE"]);
    expect(errors[0].extensions.cost.limit).toBe(300);
    const cheap = await get("submissions.csv?first=20");
    expect(cheap.status).toBe(200);
    // One for the request that was refused, and 1 + 5 + 20 × 11 for the other.
    expect(cheap.headers.get("ratelimit")).toMatch(/r=173;/);
    const spent = await get("submissions.csv?first=20");
    expect([spent.status, spent.errors[0].extensions.code]).toEqual([429, "RATE_LIMITED"]);
    expect(spent.headers.get("retry-after")).toMatch(/^\d+$/);
  });

  it("are its deadline, too: what is read longer is stopped", async () => {
    limited = await startHttpService({ limits: { deadlineMs: 300 }, poolSize: 2 });
    const lock = limited.dataSource.createQueryRunner();
    await lock.startTransaction();
    try {
      await lock.query("LOCK TABLE paper IN ACCESS EXCLUSIVE MODE");
      const { status, errors } = await send(`${limited.url}/export/papers.bib`);
      expect([status, errors[0]?.extensions.code]).toEqual([503, "DEADLINE_EXCEEDED"]);
    } finally {
      await lock.rollbackTransaction();
      await lock.release();
    }
    expect((await send(`${limited.url}/export/papers.bib?first=1`)).status).toBe(200);
  });
});
