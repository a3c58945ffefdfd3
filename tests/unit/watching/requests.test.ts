import {
  ANONYMOUS,
  ANSWERS_FOR_A_LABEL,
  MOST_NAMES,
  OperationLabels,
  OTHER,
} from "../../../src/watching/operation-labels";
import { outcomeOf } from "../../../src/watching/outcome";
import { requestId } from "../../../src/watching/request-id";
import { wantsTraces } from "../../../src/watching/tracing/tracing";

describe("labels of operations", () => {
  it("are the names that are answered again and again", () => {
    const labels = new OperationLabels();
    const given = Array.from({ length: ANSWERS_FOR_A_LABEL + 1 }, () => labels.of("Boards", true));
    expect(given.slice(0, -2).every((label) => label === OTHER)).toBe(true);
    expect(given.slice(-2)).toEqual(["Boards", "Boards"]);
    expect(labels.of("Boards", false)).toBe("Boards");
    expect(labels.of(undefined, true)).toBe(ANONYMOUS);
  });

  it("are never given to what fails, nor to very long names", () => {
    const labels = new OperationLabels();
    for (let i = 0; i < 50; i += 1) {
      expect(labels.of("Wrong", false)).toBe(OTHER);
      expect(labels.of("x".repeat(200), true)).toBe(OTHER);
    }
  });

  it("are bounded, whatever callers make up", () => {
    const labels = new OperationLabels();
    const all = new Set<string>();
    for (let i = 0; i < 3_000; i += 1) {
      for (let n = 0; n < ANSWERS_FOR_A_LABEL; n += 1) all.add(labels.of(`Q${i}`, true));
    }
    expect(all.size).toBe(MOST_NAMES + 1);
  });
});

describe("ids of requests", () => {
  it("are taken over when they are sane", () => {
    expect(requestId("4bf92f35-77b3")).toBe("4bf92f35-77b3");
  });

  it.each([
    undefined,
    "",
    "short",
    "x".repeat(129),
    "with space 123",
    'quote"12345',
    "line\n12345678",
    ["12345678"],
  ])("are made instead of %j", (given) => {
    const made = requestId(given);
    expect(made).toMatch(/^[0-9a-f-]{36}$/);
    expect(requestId(given)).not.toBe(made);
  });
});

test.each([
  ["left", { status: undefined, isComplete: true, isFaulty: false }],
  ["unavailable", { status: 503, isComplete: false, isFaulty: false }],
  ["internal_error", { status: 500, isComplete: false, isFaulty: false }],
  ["internal_error", { status: 200, isComplete: false, isFaulty: true }],
  ["ok", { status: 200, isComplete: true, isFaulty: false }],
  ["ok", { status: 304, isComplete: true, isFaulty: false }],
  ["refused", { status: 429, isComplete: false, isFaulty: false }],
  ["caller_error", { status: 400, isComplete: false, isFaulty: false }],
  ["caller_error", { status: 200, isComplete: false, isFaulty: false }],
])("a request ends as %s by %j", (outcome, ending) => {
  expect(outcomeOf(ending)).toBe(outcome);
});

test.each([
  [false, {}],
  [true, { otelTracesExporter: "otlp" }],
  [true, { otelEndpoints: [undefined, "http://x"] }],
  [false, { otelEndpoints: ["http://x"], otelTracesExporter: "none" }],
  [false, { otelEndpoints: ["http://x"], otelDisabled: true }],
])("traces are wanted (%s) by %j", (wanted, settings) => {
  const unset = { otelDisabled: false, otelTracesExporter: undefined, otelEndpoints: [] };
  expect(wantsTraces({ ...unset, ...settings })).toBe(wanted);
});
