import { serverAudits } from "graphql-http";
import { contextsOf } from "../../src/graph/context";
import { createSchema } from "../../src/graph/schema";
import { createGraphQLServer } from "../../src/server/graphql-server";
import { type RunningHttpServer, startHttpServer } from "../../src/server/http-server";
import { startTestService, type TestService } from "../support/test-service";

let service: TestService;
let http: RunningHttpServer;
beforeAll(async () => {
  service = await startTestService();
  const log = {
    debug() {},
    info() {},
    warn() {},
    error: (message: string) => void service.logged.push(message),
  };
  const createContext = contextsOf(service.dataSource, async () => "1");
  const graphql = createGraphQLServer({
    schema: createSchema(),
    createContext: () => createContext(),
    log,
  });
  let revision = 0;
  const answers = { mostBytes: 1e6, version: "1", readRevision: async () => String(revision++) };
  http = await startHttpServer({ graphql, answers, host: "127.0.0.1", port: 0, log });
});
afterAll(async () => {
  await http.stop(1_000);
  await service.close();
});
afterEach(() => expect(service.logged).toEqual([]));

const audits = serverAudits({ url: () => `${http.url}/graphql` });

test("the audits are those of the whole package", () => {
  expect(audits.length).toBeGreaterThanOrEqual(60);
});

test.each(audits.map(({ id, name, fn }) => [id, name, fn] as const))("%s %s", async (id, name, fn) => {
  expect(await fn()).toEqual({ id, name, status: "ok" });
});
