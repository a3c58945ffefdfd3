import { post, send } from "../support/http-client";
import { startTinyService, type TinyService } from "../support/tiny-service";

let service: TinyService;
beforeAll(async () => {
  service = await startTinyService({ slowQueryMs: 100 });
});
afterAll(() => service.stop(100));
beforeEach(() => service.lines.splice(0));

const ask = (query: string, id: string, headers: Record<string, string> = {}) =>
  post(service.url, { query }, { "x-request-id": id, ...headers });

describe("the id of a request", () => {
  it.each(["/healthz", "/playground", "/nowhere", "/graphql?query={hello}"])(
    "stands in the answer of %s",
    async (path) => {
      const headers = { "x-request-id": "proxy-request-7", "apollo-require-preflight": "1" };
      const answer = await send(`${service.url}${path}`, { headers });
      expect(answer.headers.get("x-request-id")).toBe("proxy-request-7");
    },
  );

  it("is made anew when it came with something strange", async () => {
    const made = (await ask("{ hello }", "<script>alert(1)</script>")).headers.get("x-request-id");
    expect(made).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ["a resolver", "{ items { fails } }", {}],
    ["a resolver of a document that is known", "{ items { fails } }", {}],
    ["the context", "{ hello }", { "user-agent": "nobody" }],
    ["the output of a field", "{ badOutput }", {}],
  ])("stands in the log beside a fault of %s", async (_what, query, headers) => {
    const { errors } = await ask(query, "request-with-fault", headers);
    expect(errors[0].extensions.code).toBe("INTERNAL_SERVER_ERROR");
    expect(service.lines).toHaveLength(1);
    expect(service.lines[0]).toContain('"requestId":"request-with-fault"');
    expect(service.lines[0]).toContain(`"id":"${errors[0].extensions.id}"`);
  });

  it("stands in the log beside a slow query", async () => {
    await ask("query Slow { slow(ms: 150) }", "slow-request");
    expect(service.lines).toHaveLength(1);
    expect(service.lines[0]).toMatch(/WARN Slow query \{"requestId":"slow-request","operation":"Slow"/);
  });
});

it("a database that is away makes the whole answer a 503 with one error, and no line of its own", async () => {
  for (const query of ["{ databaseAway }", "{ hello a: databaseAway b: databaseAway }"]) {
    const answer = await ask(query, "while-it-is-away");
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
    expect(JSON.parse(answer.text)).toEqual({
      errors: [
        {
          message: "The database cannot be reached at the moment. Ask again in a few seconds.",
          extensions: { code: "SERVICE_UNAVAILABLE" },
        },
      ],
    });
  }
  expect(service.lines).toEqual([]);
});
