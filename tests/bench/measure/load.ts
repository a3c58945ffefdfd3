import { createRequire } from "node:module";
import path from "node:path";
import { benchFolder } from "../install";

export const CONNECTIONS = 16;

/** What one round of requests gave. Times are in milliseconds. */
export interface Load {
  requests: number;
  seconds: number;
  p50: number;
  p99: number;
}

interface Client {
  setRequests(requests: object[]): void;
  on(event: "response", listener: (status: number, bytes: number, milliseconds: number) => void): void;
}

interface Result {
  errors: number;
  timeouts: number;
  mismatches: number;
}

type Autocannon = (options: object) => Promise<Result>;

/** The load generator is a package of the benchmark alone, found from its folder rather than from this compiled file. */
function loadGenerator(): Autocannon {
  return createRequire(path.join(benchFolder, "package.json"))("autocannon");
}

/**
 * Sends the bodies again and again over 16 connections for some seconds, each connection beginning at another one, so
 * that equal requests seldom meet. Throws when any answer fails or has errors.
 */
export async function load(url: string, bodies: string[], seconds: number): Promise<Load> {
  const requests = bodies.map((body) => ({
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  }));
  const times: number[] = [];
  let failed = 0;
  let client = 0;
  const started = performance.now();
  const result = await loadGenerator()({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    timeout: 60,
    verifyBody: (body: string) => !body.includes('"errors":['),
    setupClient(connection: Client) {
      const offset = Math.floor((client * requests.length) / CONNECTIONS);
      client += 1;
      connection.setRequests([...requests.slice(offset), ...requests.slice(0, offset)]);
      connection.on("response", (status, _bytes, milliseconds) => {
        if (status === 200) times.push(milliseconds);
        else failed += 1;
      });
    },
  });
  failed += result.errors + result.timeouts + result.mismatches;
  if (failed > 0) {
    throw new Error(`${failed} of ${failed + times.length} requests failed`);
  }
  times.sort((a, b) => a - b);
  const quantile = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN;
  return {
    requests: times.length,
    seconds: (performance.now() - started) / 1_000,
    p50: quantile(0.5),
    p99: quantile(0.99),
  };
}
