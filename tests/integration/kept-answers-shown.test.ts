import { poolOf } from "../../src/db/database";
import { send } from "../support/http-client";
import { type HttpService, startHttpService } from "../support/http-service";
import { storeAnswerOf } from "../support/stored-answer";

const ROWS = Array.from({ length: 2_000 }, (_, i) => ({ id: `a-${i}`, name: "x".repeat(20) }));

let service: HttpService;
let id: string;
async function start(options: Parameters<typeof startHttpService>[0] = {}) {
  service = await startHttpService(options);
  id = await storeAnswerOf(service.dataSource, "{ x { nodes { id name } } }", { x: { nodes: ROWS } });
}
afterEach(async () => {
  await service.close();
  expect(service.logged).toEqual([]);
});

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  send(`${service.url}${path}`, { headers, method });

/** What cannot be unpacked can only be answered from its headers. */
const spoil = () => poolOf(service.dataSource).query("UPDATE kept_answer SET answer = '\\x00'::bytea");

describe("an answer at its address", () => {
  it("is not made for who has it, nor for who asks for its headers", async () => {
    await start();
    const page = { accept: "text/html" };
    const first = await get(`/a/${id}`, page);
    const etag = first.headers.get("etag") as string;
    const file = await get(`/a/${id}.csv`);
    const head = await get(`/a/${id}.csv`, {}, "HEAD");
    const told = ["content-type", "content-disposition", "etag", "cache-control"];
    expect(told.map((name) => head.headers.get(name))).toEqual(told.map((name) => file.headers.get(name)));
    expect((await get(`/a/${id}.csv?list=none`, {}, "HEAD")).status).toBe(400);
    await spoil();
    expect((await get(`/a/${id}`, { ...page, "if-none-match": etag })).status).toBe(304);
    const { status, headers } = await get(`/a/${id}`, page, "HEAD");
    expect([status, headers.get("etag"), headers.get("content-length")]).toEqual([200, etag, null]);
    expect((await get("/a/00000000000000000000", { "if-none-match": etag }, "HEAD")).status).toBe(404);
  });

  it("costs points by its size", async () => {
    await start({ budget: { pointsPerAddress: 1_000 } });
    const left = async (path: string) =>
      Number(/r=(\d+)/.exec((await get(path)).headers.get("ratelimit") ?? "")?.[1]);
    const whole = await left("/a/00000000000000000000.json");
    const json = await left(`/a/${id}.json`);
    const csv = await left(`/a/${id}.csv`);
    const bytes = JSON.stringify({ x: { nodes: ROWS } }).length;
    expect([whole - json, json - csv]).toEqual([Math.ceil(bytes / 10_240), Math.ceil(bytes / 1_024)]);
  });

  it("is given up at the deadline", async () => {
    await start({ limits: { deadlineMs: 1 } });
    const { status, errors } = await get(`/a/${id}`, { accept: "text/html" });
    expect([status, errors[0].extensions.code]).toEqual([503, "DEADLINE_EXCEEDED"]);
  });

  it("has another tag where the service is reached elsewhere, which stands in it", async () => {
    await start();
    const one = (await get(`/a/${id}`)).headers.get("etag");
    const other = await startHttpService({ keeping: { publicUrl: "https://other.example" } });
    const same = await storeAnswerOf(other.dataSource, "{ x { nodes { id name } } }", { x: { nodes: ROWS } });
    const { headers } = await send(`${other.url}/a/${same}`);
    await other.close();
    expect(same).toBe(id);
    expect(headers.get("etag")).not.toBe(one);
  });
});
