import { createServer } from "node:http";
import type { Metrics } from "../../watching/metrics/metrics";
import { HttpError } from "../http/http-error";
import { listen, urlOf } from "../listen";
import { respondError } from "../respond";
import type { Readiness } from "./readiness";
import { sendHealth, sendMetrics, sendReadiness } from "./watch-routes";

export interface MetricsServerOptions {
  host: string;
  port: number;
  metrics: Metrics;
  readiness: Readiness;
}

/**
 * Listens on a port of its own for whoever watches the service: metrics, health, readiness. It stays open while the
 * service drains.
 */
export async function startMetricsServer(options: MetricsServerOptions) {
  const { host, port, metrics, readiness } = options;
  const server = createServer((request, response) => {
    const send = { "/metrics": sendMetrics, "/healthz": sendHealth, "/readyz": sendReadiness };
    const path = request.url?.split("?")[0];
    if (path === "/metrics") void send[path](response, metrics);
    else if (path === "/readyz") void send[path](response, readiness);
    else if (path === "/healthz") send[path](response);
    else {
      const message = `Nothing is served here but ${Object.keys(send).join(", ")}.`;
      respondError(response, new HttpError("PATH_NOT_FOUND", message));
    }
  });
  await listen(server, { host, port, variables: { host: "METRICS_HOST", port: "METRICS_PORT" } });
  return {
    url: urlOf(server),
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
