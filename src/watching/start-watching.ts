import type { Log } from "../common/log";
import type { Figures, Metrics } from "./metrics/metrics";
import { startTracing, type Tracing, type TracingSettings } from "./tracing/tracing";
import { Watching } from "./watching";

/** What is to be watched, and how. */
export interface WatchingSettings extends TracingSettings {
  hasMetrics: boolean;
  slowQueryMs: number;
  serviceName: string;
  serviceVersion: string;
}

/** Makes what follows requests: metrics and traces only where somebody wants them, and only then they are loaded. */
export function startWatching(settings: WatchingSettings, figures: Figures, log: Log) {
  const { hasMetrics, slowQueryMs, serviceVersion } = settings;
  const metrics = hasMetrics ? startMetrics(serviceVersion, figures) : undefined;
  const tracing: Tracing | undefined = startTracing(settings);
  return { metrics, tracing, watching: new Watching({ log, slowQueryMs, metrics, tracing }) };
}

function startMetrics(version: string, figures: Figures): Metrics {
  const { Metrics } = require("./metrics/metrics") as typeof import("./metrics/metrics");
  return new Metrics(version, figures);
}
