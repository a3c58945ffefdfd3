import type { Origins } from "../../src/common/origins";
import { post, send } from "../support/http-client";
import { startTinyService, type TinyService } from "../support/tiny-service";

const FRIEND = "https://friend.example";
const STRANGER = "https://stranger.example";
const some: Origins = { any: false, list: new Set([FRIEND]) };
const all: Origins = { any: true, list: new Set() };

let closed: TinyService;
let listed: TinyService;
let open: TinyService;
beforeAll(async () => {
  const answers = { mostBytes: 1e6, version: "1", readRevision: async () => "1" };
  closed = await startTinyService();
  listed = await startTinyService({ origins: some, answers });
  open = await startTinyService({ origins: all });
});
afterAll(() => Promise.all([closed, listed, open].map((service) => service.stop(1_000))));

const ask = (service: TinyService, headers: Record<string, string>) =>
  send(`${service.url}/graphql?query=%7Bhello%7D`, { headers });

describe("a GET that a page of another site may have made a browser send", () => {
  const BROWSER = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64)" };

  it.each<[string, Record<string, string>]>([
    ["an image", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", accept: "image/*" }],
    ["a script", { "sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors", accept: "*/*" }],
    [
      "a link",
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", accept: "text/html,*/*;q=0.8" },
    ],
    ["an old browser", BROWSER],
    ["a fetch that may not read", { ...BROWSER, "sec-fetch-site": "cross-site", accept: "application/json" }],
    ["a fetch of a stranger", { ...BROWSER, "sec-fetch-site": "cross-site", origin: STRANGER }],
  ])("is refused: %s", async (_what, headers) => {
    for (const service of [closed, listed]) {
      const before = service.contexts.length;
      const answer = await ask(service, headers);
      expect(answer).toMatchObject({ status: 403, errors: [{ extensions: { code: "CROSS_SITE_REQUEST" } }] });
      expect(answer.errors[0].message).toContain("apollo-require-preflight: 1");
      expect(service.contexts).toHaveLength(before);
    }
  });

  it.each<[string, Record<string, string>]>([
    ["a program", { "user-agent": "curl/8.5.0" }],
    ["a page of the service", { ...BROWSER, "sec-fetch-site": "same-origin" }],
    ["an address that was typed", { ...BROWSER, "sec-fetch-site": "none", accept: "text/html,*/*;q=0.8" }],
    ["what a browser asked for first", { ...BROWSER, "apollo-require-preflight": "1" }],
    ["the same of Apollo Client", { ...BROWSER, "x-apollo-operation-name": "q" }],
    ["what a browser asks for with a type", { ...BROWSER, "content-type": "application/json" }],
    ["a page of a friend", { ...BROWSER, "sec-fetch-site": "cross-site", origin: FRIEND }],
  ])("is not %s", async (_what, headers) => {
    expect((await ask(listed, headers)).data).toEqual({ hello: "Hello you" });
  });
});

describe("origins", () => {
  const preflight = (service: TinyService, origin: string, headers: Record<string, string> = {}) =>
    send(`${service.url}/graphql`, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST", ...headers },
    });
  const allowed = ({ headers }: { headers: Headers }) => headers.get("access-control-allow-origin");

  it("of the list may call, with any header, and read the answer", async () => {
    const answer = await preflight(listed, FRIEND, {
      "access-control-request-headers": "content-type,authorization",
    });
    expect([answer.status, allowed(answer), answer.text]).toEqual([204, FRIEND, ""]);
    expect(answer.headers.get("access-control-allow-methods")).toBe("GET, POST, OPTIONS");
    expect(answer.headers.get("access-control-allow-headers")).toBe("content-type,authorization");
    expect(answer.headers.get("access-control-max-age")).toBe("86400");
    expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
    const asked = await post(listed.url, { query: "{ hello }" }, { origin: FRIEND });
    expect([allowed(asked), asked.headers.get("vary")]).toEqual([FRIEND, "origin"]);
    expect(asked.headers.get("access-control-expose-headers")).toContain("retry-after");
  });

  it("of the list may read errors too", async () => {
    for (const body of ["{", [], { query: "{ nothing }" }, "x".repeat(300_000)]) {
      const answer = await post(listed.url, body, { origin: FRIEND });
      expect([allowed(answer), answer.errors.length]).toEqual([FRIEND, 1]);
    }
  });

  it("that are not in the list may not", async () => {
    for (const origin of [STRANGER, "null", `${FRIEND}.evil.example`, "http://friend.example"]) {
      const answer = await preflight(listed, origin);
      expect(answer).toMatchObject({ status: 403, errors: [{ extensions: { code: "ORIGIN_NOT_ALLOWED" } }] });
      expect(allowed(answer)).toBeNull();
      expect(allowed(await post(listed.url, { query: "{ hello }" }, { origin }))).toBeNull();
    }
    expect((await preflight(closed, FRIEND)).status).toBe(403);
  });

  it("may all be allowed", async () => {
    expect(allowed(await preflight(open, STRANGER))).toBe("*");
    expect(allowed(await post(open.url, { query: "{ hello }" }, { origin: STRANGER }))).toBe("*");
    expect(allowed(await post(open.url, { query: "{ hello }" }))).toBeNull();
  });

  it("decide on what a cache may give to whom", async () => {
    const answer = await ask(listed, { origin: FRIEND });
    expect(answer.headers.get("vary")).toBe("accept, accept-encoding, origin");
    const preflighted = await preflight(listed, FRIEND);
    expect(preflighted.headers.get("vary")).toContain("origin");
  });
});
