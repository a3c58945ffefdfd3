import { Counter, Gauge, Histogram, type Registry } from "prom-client";

/** From a kept answer to the longest that a request may take. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Makes what is measured of GraphQL requests. */
export function requestMetrics(registry: Registry) {
  const registers = [registry];
  return {
    info: new Gauge({
      name: "scoregraph_info",
      help: "Always 1; its label tells the version.",
      labelNames: ["version"],
      registers,
    }),
    running: new Gauge({
      name: "scoregraph_requests_running",
      help: "GraphQL requests that are being answered.",
      registers,
    }),
    total: new Counter({
      name: "scoregraph_requests_total",
      help: "GraphQL requests by name of the operation and by how they ended.",
      labelNames: ["operation", "outcome"],
      registers,
    }),
    duration: new Histogram({
      name: "scoregraph_request_duration_seconds",
      help: "Time from the headers of a GraphQL request until its answer is handed to the network.",
      labelNames: ["operation"],
      buckets: SECONDS,
      registers,
    }),
    cost: new Histogram({
      name: "scoregraph_request_cost",
      help: "What queries were reckoned to cost, in points.",
      buckets: [1, 10, 50, 100, 500, 1_000, 5_000, 10_000, 50_000],
      registers,
    }),
  };
}
