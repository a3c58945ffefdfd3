import { collectDefaultMetrics, Registry } from "prom-client";
import { OperationLabels } from "../operation-labels";
import type { RequestOutcome } from "../outcome";
import type { RequestWatch } from "../request-watch";
import { type CacheFigures, registerCache } from "./cache-metrics";
import { type PoolFigures, registerPool } from "./pool-metrics";
import { requestMetrics } from "./request-metrics";
import { sqlMetrics } from "./sql-metrics";

/** Where figures are read when the metrics are asked for. */
export interface Figures {
  /** Undefined while there is no pool yet. */
  pool: () => PoolFigures | undefined;
  /** Undefined when no answers are kept. */
  cache: () => CacheFigures | undefined;
}

/** What the service measures of itself, in the form that Prometheus reads. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly labels = new OperationLabels();
  private readonly requests = requestMetrics(this.registry);
  private readonly sql = sqlMetrics(this.registry);
  private readonly cache;

  constructor(version: string, figures: Figures) {
    this.cache = registerCache(this.registry, figures.cache);
    registerPool(this.registry, figures.pool);
    this.requests.info.set({ version }, 1);
    collectDefaultMetrics({ register: this.registry });
  }

  requestBegins(): void {
    this.requests.running.inc();
  }

  requestEnds(watch: RequestWatch, outcome: RequestOutcome, ms: number): void {
    const operation = this.labels.of(watch.operation, outcome === "ok");
    this.requests.running.dec();
    this.requests.total.inc({ operation, outcome });
    this.requests.duration.observe({ operation }, ms / 1_000);
    if (watch.cost !== undefined) this.requests.cost.observe(watch.cost);
    if (watch.cache) this.cache.inc({ result: watch.cache });
    for (const statement of watch.statements) {
      this.sql.total.inc(statement.failed ? FAILED : OK);
      this.sql.duration.observe(statement.ms / 1_000);
    }
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Everything, as text. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** Name, kind and help of everything that is the service's own; what is said of the process is prom-client's. */
  async described(): Promise<{ name: string; type: string; help: string }[]> {
    const all = await this.registry.getMetricsAsJSON();
    return all
      .filter(({ name }) => name.startsWith("scoregraph_"))
      .map(({ name, type, help }) => ({ name, type: String(type), help }));
  }
}

const OK = { outcome: "ok" };
const FAILED = { outcome: "failed" };
