import { setTimeout as sleep } from "node:timers/promises";
import { propagation, ROOT_CONTEXT, trace } from "@opentelemetry/api";
import { NodeSDK, resources } from "@opentelemetry/sdk-node";
import { RequestTrace } from "./request-trace";
import type { Tracing } from "./tracing";

/**
 * Starts the SDK of OpenTelemetry, which reads the standard variables itself. Of its signals only traces are used: the
 * service has metrics and logs of its own.
 */
export function openTelemetry(service: { serviceName: string; serviceVersion: string }): Tracing {
  const sdk = new NodeSDK({
    serviceName: service.serviceName,
    resource: resources.resourceFromAttributes({ "service.version": service.serviceVersion }),
    // The detectors for process and host would send command line and user.
    resourceDetectors: [resources.envDetector],
    metricReaders: [],
    logRecordProcessors: [],
    instrumentations: [],
  });
  sdk.start();
  const tracer = trace.getTracer("scoregraph", service.serviceVersion);
  return {
    begin(method, headers) {
      return new RequestTrace(tracer, propagation.extract(ROOT_CONTEXT, headers), method);
    },
    async stop(mostMs) {
      const timer = new AbortController();
      const late = sleep(mostMs, undefined, { signal: timer.signal }).catch(() => {});
      // A collector that is away must not keep the service from stopping.
      await Promise.race([sdk.shutdown().catch(() => {}), late]);
      timer.abort();
    },
  };
}
