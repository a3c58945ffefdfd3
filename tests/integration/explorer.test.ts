import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { PAGE_KINDS } from "../../src/web/explorer-pages";
import { send } from "../support/http-client";
import { startTinyService, type TinyService } from "../support/tiny-service";

const PAGE = "<!doctype html><title>built</title>";
const SCRIPT = `console.log(${"1".repeat(2_000)});`;
let folder: string;
let service: TinyService;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "scoregraph-explorer-"));
  mkdirSync(path.join(folder, "assets"));
  writeFileSync(path.join(folder, "index.html"), PAGE);
  writeFileSync(path.join(folder, "assets/index-a1b2.js"), SCRIPT);
  writeFileSync(path.join(folder, "assets/index-a1b2.js.gz"), gzipSync(SCRIPT));
  writeFileSync(path.join(folder, "assets/font-c3.woff2"), "font");
  service = await startTinyService({ explorerFolder: folder });
});
afterAll(async () => {
  await service.stop(1_000);
  rmSync(folder, { recursive: true });
});

const get = (address: string, headers: Record<string, string> = {}) =>
  send(service.url + address, { headers });

it.each([
  "/",
  "/leaderboards/megaface-identification?split=set-2",
  "/compare?ref=a&ref=b",
  "/search?q=arcfase",
  "/losses/",
])("%s is a page, read anew each time", async (address) => {
  const answer = await get(address);
  expect([answer.status, answer.text]).toEqual([200, PAGE]);
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("no-cache");
  const again = await get(address, { "if-none-match": answer.headers.get("etag") ?? "" });
  expect(again.status).toBe(304);
});

it("gives each kind of page an address", async () => {
  for (const kind of PAGE_KINDS) expect([kind, (await get(`/${kind}`)).status]).toEqual([kind, 200]);
});

it("forbids scripts and styles within the page, and everything from elsewhere", async () => {
  const policy = (await get("/")).headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self';");
  expect(policy).not.toContain("unsafe");
});

it("sends files that may be kept for ever, in the form that was compressed before", async () => {
  const plain = await get("/explorer/assets/index-a1b2.js", { "accept-encoding": "identity" });
  expect([plain.status, plain.text]).toEqual([200, SCRIPT]);
  expect(plain.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  const zipped = await get("/explorer/assets/index-a1b2.js", { "accept-encoding": "gzip" });
  expect([zipped.headers.get("content-encoding"), zipped.text]).toEqual(["gzip", SCRIPT]);
  const font = await get("/explorer/assets/font-c3.woff2");
  expect(font.headers.get("content-type")).toBe("font/woff2");
});

it.each([
  "/nowhere",
  "/leaderboards/a/b",
  "/explorer/assets/other.js",
  "/explorer/assets/index-a1b2.js.gz",
  "/explorer/",
])("%s is no page: an error in the one shape", async (address) => {
  const answer = await get(address);
  expect(answer.status).toBe(404);
  expect(JSON.parse(answer.text).errors[0].extensions.code).toBe("PATH_NOT_FOUND");
});

it("does not take other methods", async () => {
  const answer = await send(`${service.url}/leaderboards/x`, { method: "POST" });
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
});
