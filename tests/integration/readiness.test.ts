import { Readiness } from "../../src/server/watching/readiness";
import { post, send } from "../support/http-client";
import { startTinyService, type TinyService } from "../support/tiny-service";

let service: TinyService;
let readiness: Readiness;
beforeEach(async () => {
  readiness = new Readiness();
  service = await startTinyService({ readiness });
});
afterEach(() => service.stop(100));

const ready = async () => {
  const { status, text, headers } = await send(`${service.url}/readyz`);
  return [status, text, Number(headers.get("retry-after")) > 0];
};

it("is not given before the store is open; GraphQL is refused with what to do", async () => {
  expect(await ready()).toEqual([503, "starting", true]);
  expect(await send(`${service.url}/healthz`)).toMatchObject({ status: 200 });
  const early = await post(service.url, { query: "{ hello }" });
  expect(early).toMatchObject({ status: 503, errors: [{ extensions: { code: "SERVICE_UNAVAILABLE" } }] });
  expect(early.headers.get("retry-after")).toBe("2");

  readiness.open(async () => {});
  expect(await ready()).toEqual([200, "ready", false]);
  expect(await post(service.url, { query: "{ hello }" })).toMatchObject({ status: 200 });
});

it("is lost while the database fails or does not answer, and comes back", async () => {
  let ask = (): Promise<unknown> => Promise.reject(new Error("away"));
  readiness.open(() => ask());
  expect(await ready()).toEqual([503, "database away", true]);
  ask = () => new Promise(() => {});
  expect(await ready()).toEqual([503, "database away", true]);
  ask = async () => {};
  expect(await ready()).toEqual([200, "ready", false]);
});

it("is lost while draining, when requests are still answered", async () => {
  readiness.open(async () => {});
  readiness.drain();
  expect(await ready()).toEqual([503, "draining", true]);
  expect(await post(service.url, { query: "{ hello }" })).toMatchObject({ status: 200 });
});
