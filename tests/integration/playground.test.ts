import { parse } from "graphql";
import { DEFAULT_QUERY } from "../../src/web/playground/default-query";
import { send } from "../support/http-client";
import { startTinyService, type TinyService } from "../support/tiny-service";

let service: TinyService;

beforeAll(async () => {
  service = await startTinyService();
});
afterAll(() => service.stop(1_000));

const get = (path: string, headers: Record<string, string> = {}) => send(service.url + path, { headers });
const BROWSER = { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" };

describe("the playground", () => {
  it("is a page at /playground, and at the endpoint for browsers", async () => {
    const page = await get("/playground");
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect((await get("/graphql", BROWSER)).text).toBe(page.text);
    expect((await get("/graphql", { accept: "application/json" })).status).toBe(400);
  });

  it("loads nothing from elsewhere and runs no script within the page", async () => {
    const page = await get("/playground");
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(page.text).not.toMatch(/https?:|<script(?![^>]*\ssrc=)/);
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(files).toHaveLength(7);
    for (const file of files) {
      const answer = await get(file);
      expect([file, answer.status, answer.text.length > 50]).toEqual([file, 200, true]);
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("opens with the question about ArcFace", async () => {
    expect((await get("/playground/playground.js")).text).toContain(JSON.stringify(DEFAULT_QUERY));
    expect(() => parse(DEFAULT_QUERY)).not.toThrow();
  });

  it("is compressed for those who take it, and only for them", async () => {
    const encoding = async (accepted: string) =>
      (await get("/playground/graphiql.js", { "accept-encoding": accepted })).headers.get("content-encoding");
    expect(await encoding("br, gzip")).toBe("br");
    expect(await encoding("gzip")).toBe("gzip");
    expect(await encoding("gzip;q=0, br")).toBe("br");
    expect(await encoding("identity")).toBeNull();
  });

  it("is sent once: after that, callers keep it until it changes", async () => {
    const first = await get("/playground/graphiql.css");
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    expect(await get("/playground/graphiql.css", { "if-none-match": etag })).toMatchObject({
      status: 304,
      text: "",
    });
    expect((await get("/playground/graphiql.css", { "if-none-match": 'W/"other"' })).status).toBe(200);
  });

  it("answers HEAD without a body", async () => {
    const answer = await send(`${service.url}/playground`, { method: "HEAD" });
    expect([answer.status, answer.text, Number(answer.headers.get("content-length")) > 100]).toEqual([
      200,
      "",
      true,
    ]);
  });
});
