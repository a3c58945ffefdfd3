import { Gauge, type Registry } from "prom-client";

/** What a pool of database connections tells of itself. */
export interface PoolFigures {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
  options: { max: number };
}

/** Measures the pool whenever the metrics are read. */
export function registerPool(registry: Registry, read: () => PoolFigures | undefined): void {
  const registers = [registry];
  new Gauge({
    name: "scoregraph_database_connections",
    help: "Database connections of the pool that are in_use or idle.",
    labelNames: ["state"],
    registers,
    collect() {
      const pool = read();
      if (!pool) return;
      this.set({ state: "in_use" }, pool.totalCount - pool.idleCount);
      this.set({ state: "idle" }, pool.idleCount);
    },
  });
  new Gauge({
    name: "scoregraph_database_connections_limit",
    help: "Most database connections that the pool may open.",
    registers,
    collect() {
      this.set(read()?.options.max ?? 0);
    },
  });
  new Gauge({
    name: "scoregraph_database_waiting",
    help: "Statements that wait for a connection of the pool.",
    registers,
    collect() {
      this.set(read()?.waitingCount ?? 0);
    },
  });
}
