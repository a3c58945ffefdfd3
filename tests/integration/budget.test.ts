import { setTimeout as sleep } from "node:timers/promises";
import proxyAddr from "proxy-addr";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { hashOfKey } from "../../src/common/api-keys";
import { type Answer, post, send } from "../support/http-client";
import { startTinyService, type TinyService } from "../support/tiny-service";

const POINTS = 60;
const KEY = "a-key-for-somebody-1";
/** Costs 25 points. */
const DEAR = "{ items { item { item { item { item { id } } } } } }";

let service: TinyService;
const ask = (query: string, headers: Record<string, string> = {}): Promise<Answer> =>
  post(service.url, { query }, headers);
const from = (address: string) => ({ "x-forwarded-for": address });
const left = ({ headers }: Answer) => Number(/r=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1]);

let revision = Promise.resolve("1");
const answers = { mostBytes: 1_000_000, readRevision: () => revision, version: "1" };
const origins = { any: false, list: new Set(["https://friend.example"]) };
const budget = {
  pointsPerAddress: POINTS,
  keys: new Map([[hashOfKey(KEY), 1_000]]),
  trustedProxies: proxyAddr.compile("loopback"),
};

describe("the points of a client", () => {
  beforeAll(async () => {
    service = await startTinyService({ budget, answers, origins });
  });
  afterAll(() => service.stop(0));
  afterEach(() => expect(service.lines).toEqual([]));

  it("are told as the RateLimit draft has it, and are spent by cost", async () => {
    const me = from("192.0.2.1");
    const first = await ask(DEAR, me);
    expect(first.headers.get("ratelimit-policy")).toBe(`"points";q=${POINTS};w=60`);
    expect(first.headers.get("ratelimit")).toMatch(/^"points";r=35;t=\d+$/);
    expect(left(await ask(`${DEAR} # other`, me))).toBe(10);
  });

  it("are hardly spent by what is kept, and by 304", async () => {
    const me = from("192.0.2.2");
    await ask(DEAR, from("192.0.2.99"));
    for (let i = 1; i <= 3; i += 1) expect(left(await ask(DEAR, me))).toBe(POINTS - i);
    const url = `${service.url}/graphql?${new URLSearchParams({ query: DEAR })}`;
    const headers = { "apollo-require-preflight": "1", ...me };
    const got = await send(url, { headers });
    const again = await send(url, {
      headers: { ...headers, "if-none-match": got.headers.get("etag") as string },
    });
    expect([again.status, left(got), left(again)]).toEqual([304, POINTS - 4, POINTS - 5]);
  });

  it("are not spent on what is never executed", async () => {
    const me = from("192.0.2.20");
    const refused = await ask(`${DEAR.slice(0, -1)} required(name: "\\u0000") }`, me);
    expect([refused.errors[0].extensions.argument, left(refused)]).toEqual(["name", POINTS - 1]);
  });

  it("run out with 429, which says when to come again, and leaves the rest for what is cheaper", async () => {
    const me = from("192.0.2.3");
    for (const i of [1, 2]) expect((await ask(`${DEAR} # out ${i}`, me)).status).toBe(200);
    // Of new documents and of known ones.
    for (let i = 0; i < 2; i += 1) {
      const refused = await ask(`${DEAR} # out 3`, me);
      expect(refused.status).toBe(429);
      expect(refused.data).toBeUndefined();
      expect(refused.errors).toHaveLength(1);
      const { code, retryAfterSeconds } = refused.errors[0].extensions;
      expect(code).toBe("RATE_LIMITED");
      expect(refused.headers.get("retry-after")).toBe(String(retryAfterSeconds));
      expect(retryAfterSeconds).toBeGreaterThan(50);
      expect(retryAfterSeconds).toBeLessThanOrEqual(60);
      expect(refused.headers.get("cache-control")).toBe("no-store");
    }
    expect((await ask(`{ hello(name: "me") }`, me)).status).toBe(200);
    let last: Answer | undefined;
    for (let i = 0; i < POINTS; i += 1) last = await ask("{ hello }", me);
    expect([last?.status, last && left(last)]).toEqual([429, 0]);
    expect((await ask("{ hello }", from("192.0.2.4"))).status).toBe(200);
  });

  it("are those of the address, whatever the caller claims in front of a proxy that is not trusted", async () => {
    const claimed = (hops: string) => ask("{ hello }", from(hops));
    expect(left(await claimed("203.0.113.5, 198.51.100.1"))).toBe(POINTS - 1);
    expect(left(await claimed("203.0.113.6, 198.51.100.1"))).toBe(POINTS - 2);
    expect(left(await claimed("198.51.100.1, 127.0.0.1"))).toBe(POINTS - 3);
  });

  it("are those of a key, where one is given; one that is not known is refused", async () => {
    const withKey = await ask("{ hello }", { "x-api-key": KEY, ...from("192.0.2.8") });
    expect(withKey.headers.get("ratelimit-policy")).toBe('"points";q=1000;w=60');
    const wrong = await ask("{ hello }", { "x-api-key": `${KEY}x` });
    expect([wrong.status, wrong.errors[0].extensions.code]).toEqual([401, "UNKNOWN_API_KEY"]);
    expect(wrong.text).not.toContain(KEY);
  });

  it("are told to pages of other sites too, which may send a key", async () => {
    const page = { origin: "https://friend.example", ...from("192.0.2.7") };
    const preflight = await send(`${service.url}/graphql`, {
      method: "OPTIONS",
      headers: {
        ...page,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type,x-api-key",
      },
    });
    expect([preflight.status, preflight.headers.get("ratelimit")]).toEqual([204, null]);
    expect(preflight.headers.get("access-control-allow-headers")).toContain("x-api-key");
    let last = await ask("{ hello }", page);
    expect(left(last)).toBe(POINTS - 1);
    for (let i = 0; i < POINTS; i += 1) last = await ask("{ hello }", page);
    expect(last.status).toBe(429);
    expect(last.headers.get("access-control-allow-origin")).toBe(page.origin);
    const exposed = last.headers.get("access-control-expose-headers")?.split(", ");
    expect(exposed).toEqual(expect.arrayContaining(["ratelimit", "ratelimit-policy", "retry-after"]));
  });

  it("are not spent by what pages of strangers make a browser send", async () => {
    const me = from("192.0.2.6");
    const url = `${service.url}/graphql?query=%7Bhello%7D`;
    const made = await send(url, { headers: { "sec-fetch-site": "cross-site", ...me } });
    expect([made.status, made.headers.get("ratelimit")]).toEqual([403, null]);
    expect(left(await ask("{ hello }", me))).toBe(POINTS - 1);
  });

  it("let through once in a minute what costs more than all of them", async () => {
    const dearest = `{ ${[1, 2, 3].map((i) => `a${i}: ${DEAR.slice(1, -1)}`).join(" ")} }`;
    const me = from("192.0.2.9");
    expect((await ask(dearest, me)).status).toBe(200);
    expect((await ask(`${dearest} # again`, me)).status).toBe(429);
  });

  it("that one has not do not take the answer from those who wait for the same", async () => {
    const poor = from("192.0.2.10");
    for (const i of [1, 2]) await ask(`${DEAR} # poor ${i}`, poor);
    // All of them are there when the first one begins.
    revision = sleep(300).then(() => "1");
    const query = `{ slow(ms: 100) ${DEAR.slice(1, -1)} } # shared`;
    const [one, ...others] = await Promise.all([
      ask(query, poor),
      ...[11, 12, 13].map((i) => ask(query, from(`192.0.2.${i}`))),
    ]);
    expect(one.status).toBe(429);
    expect(others.map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

describe("where points are counted elsewhere", () => {
  class Elsewhere extends RateLimiterMemory {
    static isReached = true;

    override async consume(...spent: Parameters<RateLimiterMemory["consume"]>) {
      if (!Elsewhere.isReached) throw new Error("connect ECONNREFUSED");
      return super.consume(...spent);
    }
  }

  afterEach(() => service.stop(0));

  it("everybody is answered while that cannot be reached", async () => {
    service = await startTinyService({
      budget: { pointsPerAddress: 1, limiter: (options) => new Elsewhere(options) },
    });
    expect((await ask("{ hello }")).status).toBe(200);
    expect((await ask("{ hello }")).status).toBe(429);
    Elsewhere.isReached = false;
    expect((await ask("{ hello }")).status).toBe(200);
    expect(service.lines.join()).toContain("Points could not be counted.");
  });
});

it("without a budget nothing is told and nothing is refused", async () => {
  service = await startTinyService();
  const { status, headers } = await ask("{ hello }", { "x-api-key": "whatever" });
  expect([status, headers.get("ratelimit")]).toEqual([200, null]);
  await service.stop(0);
});
