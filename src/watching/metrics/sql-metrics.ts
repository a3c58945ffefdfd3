import { Counter, Histogram, type Registry } from "prom-client";

const SECONDS = [0.0002, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Makes what is measured of the SQL statements of requests. */
export function sqlMetrics(registry: Registry) {
  const registers = [registry];
  return {
    total: new Counter({
      name: "scoregraph_sql_statements_total",
      help: "SQL statements that requests sent, by how they ended.",
      labelNames: ["outcome"],
      registers,
    }),
    duration: new Histogram({
      name: "scoregraph_sql_duration_seconds",
      help: "Time from sending a statement until its rows are there, waiting for a connection included.",
      buckets: SECONDS,
      registers,
    }),
  };
}
