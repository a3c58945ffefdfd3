import { Counter, Gauge, type Registry } from "prom-client";

/** What the answer cache tells of itself. */
export interface CacheFigures {
  /** Bytes that its answers take. */
  size: number;
  /** How many there are. */
  count: number;
}

/** Measures the answer cache whenever the metrics are read; gives the counter of its uses. */
export function registerCache(registry: Registry, read: () => CacheFigures | undefined): Counter<"result"> {
  const registers = [registry];
  new Gauge({
    name: "scoregraph_answer_cache_bytes",
    help: "Memory that kept answers take.",
    registers,
    collect() {
      this.set(read()?.size ?? 0);
    },
  });
  new Gauge({
    name: "scoregraph_answer_cache_answers",
    help: "Answers that are kept.",
    registers,
    collect() {
      this.set(read()?.count ?? 0);
    },
  });
  return new Counter({
    name: "scoregraph_answer_cache_total",
    help: "Requests by what the answer cache did: hit, miss, collapsed (waited for an equal one) or bypass.",
    labelNames: ["result"],
    registers,
  });
}
