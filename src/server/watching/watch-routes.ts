import type { ServerResponse } from "node:http";
import type { Metrics } from "../../watching/metrics/metrics";
import { HttpError } from "../http/http-error";
import { respond } from "../respond";
import type { NotReady, Readiness } from "./readiness";

const TEXT = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };

const RETRY_AFTER_S: Record<NotReady, string> = { starting: "2", draining: "5", "database away": "5" };

/** The process is there and answers; nothing more. */
export function sendHealth(response: ServerResponse): void {
  respond(response, 200, TEXT, "ok");
}

/** Whether requests should be sent here. */
export async function sendReadiness(response: ServerResponse, readiness: Readiness): Promise<void> {
  const problem = await readiness.problem();
  if (!problem) return respond(response, 200, TEXT, "ready");
  respond(response, 503, { ...TEXT, "retry-after": RETRY_AFTER_S[problem] }, problem);
}

export async function sendMetrics(response: ServerResponse, metrics: Metrics): Promise<void> {
  const headers = { "content-type": metrics.contentType, "cache-control": "no-store" };
  respond(response, 200, headers, await metrics.text());
}

/** Refuses what cannot be answered before the store is open. */
export function checkStarted(readiness: Readiness): void {
  if (!readiness.isStarting) return;
  const headers = { "retry-after": RETRY_AFTER_S.starting };
  throw new HttpError("SERVICE_UNAVAILABLE", "The service is starting. Ask again in a few seconds.", {
    headers,
  });
}
