import type { IncomingHttpHeaders } from "node:http";
import type { RequestTrace } from "./request-trace";

/** Sends traces to where the settings of OpenTelemetry say. */
export interface Tracing {
  /** Begins the span of a GraphQL request, below that of the caller when its headers name one. */
  begin(method: string, headers: IncomingHttpHeaders): RequestTrace;
  /** Sends what has not been sent yet, for so many milliseconds at most. */
  stop(mostMs: number): Promise<void>;
}

/** Which of the standard variables say that there are traces to be sent. */
export interface TracingSettings {
  /** OTEL_SDK_DISABLED */
  otelDisabled: boolean;
  /** OTEL_TRACES_EXPORTER */
  otelTracesExporter: string | undefined;
  /** OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT */
  otelEndpoints: readonly (string | undefined)[];
}

/** Whether somebody wants traces: an exporter is named, or an address to send them to. */
export function wantsTraces(settings: TracingSettings): boolean {
  const { otelDisabled, otelTracesExporter, otelEndpoints } = settings;
  if (otelDisabled || otelTracesExporter === "none") return false;
  return otelTracesExporter !== undefined || otelEndpoints.some((endpoint) => endpoint !== undefined);
}

/** Starts to trace, if anybody wants traces. OpenTelemetry is loaded only then: it takes much memory. */
export function startTracing(
  settings: TracingSettings & { serviceName: string; serviceVersion: string },
): Tracing | undefined {
  if (!wantsTraces(settings)) return undefined;
  const { openTelemetry } = require("./open-telemetry") as typeof import("./open-telemetry");
  return openTelemetry(settings);
}
