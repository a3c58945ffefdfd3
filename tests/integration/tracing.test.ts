import { readFileSync } from "node:fs";
import { endAll } from "../support/command-line";
import { post } from "../support/http-client";
import { attribute, startOtlpReceiver } from "../support/otlp-receiver";
import { type ServiceProcess, startServiceProcess } from "../support/service-process";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const FIND = "query Find($text: String!) { search(text: $text) { nodes { matched } } }";
const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const PARENT = "00f067aa0ba902b7";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase("seeded");
});
afterAll(async () => {
  endAll();
  await database.drop();
});

const megabytesOf = ({ pid }: ServiceProcess) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

test("a trace has a span for the request, below that of the caller, and one for each statement", async () => {
  const receiver = await startOtlpReceiver();
  const service = await startServiceProcess(database.url, {
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
    OTEL_SERVICE_NAME: "scores",
    SLOW_QUERY_MS: "1",
  });
  const answer = await post(
    service.url,
    { query: FIND, variables: { text: "Zanzibar-4711" } },
    { traceparent: `00-${TRACE}-${PARENT}-01`, "x-request-id": "traced-request" },
  );
  expect(answer.status).toBe(200);
  await post(service.url, { query: "{ nothing }" });
  await post(
    service.url,
    { query: FIND, variables: { text: "unseen" } },
    {
      traceparent: `00-${TRACE.replace("4", "5")}-${PARENT}-00`,
    },
  );
  // What was not sent yet is sent before the process ends.
  expect((await service.stop()).code).toBe(0);
  await receiver.stop();

  const spans = receiver.spans.filter(({ traceId }) => traceId === TRACE);
  const request = spans.find(({ parentSpanId }) => parentSpanId === PARENT);
  if (!request) throw new Error("no span of the request");
  expect(request).toMatchObject({ name: "query Find", kind: 2 });
  expect(attribute(request, "graphql.operation.name")).toBe("Find");
  expect(Number(attribute(request, "http.response.status_code"))).toBe(200);
  expect(attribute(request, "scoregraph.request_id")).toBe("traced-request");
  const statements = spans.filter(({ parentSpanId }) => parentSpanId === request.spanId);
  expect(statements.length).toBeGreaterThan(0);
  expect(statements).toHaveLength(spans.length - 1);
  for (const statement of statements) {
    expect(attribute(statement, "db.query.text")).toMatch(/SELECT|WITH/);
    expect(BigInt(statement.startTimeUnixNano)).toBeGreaterThanOrEqual(
      // Clocks of spans count in milliseconds at their beginning.
      BigInt(request.startTimeUnixNano) - 2_000_000n,
    );
    expect(BigInt(statement.endTimeUnixNano)).toBeGreaterThan(BigInt(statement.startTimeUnixNano));
  }
  expect(JSON.stringify(receiver.spans)).not.toContain("Zanzibar");
  const failed = receiver.spans.filter(({ traceId }) => traceId !== TRACE);
  expect(failed.map((span) => [span.name, attribute(span, "scoregraph.outcome")])).toEqual([
    ["GraphQL", "caller_error"],
  ]);
  expect(receiver.resources).toContainEqual({ key: "service.name", value: { stringValue: "scores" } });
  const line = service.lines().find(({ message }) => message === "Slow query");
  expect(line).toMatchObject({ requestId: "traced-request", traceId: TRACE });
});

test("without an address for traces the process stays small", async () => {
  const service = await startServiceProcess(database.url);
  await post(service.url, { query: FIND, variables: { text: "arcface" } });
  expect(megabytesOf(service)).toBeLessThan(200);
  expect((await service.stop()).code).toBe(0);
});

test("a collector that is away neither harms an answer nor the stop", async () => {
  const service = await startServiceProcess(database.url, {
    OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9",
  });
  expect((await post(service.url, { query: FIND, variables: { text: "arcface" } })).status).toBe(200);
  expect((await service.stop()).code).toBe(0);
});
