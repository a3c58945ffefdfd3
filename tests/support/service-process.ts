import { setTimeout as sleep } from "node:timers/promises";
import { type Ran, start } from "./command-line";

/** The service as a process of its own, as its operators run it. */
export interface ServiceProcess {
  pid: number;
  url: string;
  /** Where it is watched: metrics, health and readiness. */
  watchUrl: string;
  /** Sends a query by HTTP; gives the body of the answer. */
  ask(query: string): Promise<unknown>;
  /** What it has logged so far. */
  log(): string;
  /** The same, a line each. */
  lines(): Record<string, unknown>[];
  /** Value of a metric, summed over all its series whose text has `part`. */
  metric(name: string, part?: string): Promise<number>;
  /** Sends a signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Ran>;
  ended: Promise<Ran>;
}

/** Starts the service on a database, on free ports, and waits until it is ready. */
export async function startServiceProcess(
  databaseUrl: string,
  env: Record<string, string> = {},
): Promise<ServiceProcess> {
  const settings = { PORT: "0", METRICS_PORT: "0", LOG_FORMAT: "json", DATABASE_URL: databaseUrl };
  const { child, ended } = start(["serve"], { ...settings, ...env });
  const text = { out: "", err: "" };
  child.stdout?.on("data", (piece) => {
    text.out += piece;
  });
  child.stderr?.on("data", (piece) => {
    text.err += piece;
  });
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  while (!text.out.includes("Playground")) {
    if (hasEnded) throw new Error(`the service did not start: ${text.err}`);
    await sleep(20);
  }
  const url = /(http:\S+)\/graphql/.exec(text.out)?.[1] as string;
  const watchUrl = /(http:[^"\s]+)\/metrics/.exec(text.err)?.[1] ?? url;
  return {
    pid: child.pid as number,
    url,
    watchUrl,
    async ask(query) {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query }),
      });
      return response.json();
    },
    log: () => text.err,
    lines: () => text.err.split("\n").filter(Boolean).map(asLine),
    async metric(name, part = "") {
      const metrics = await (await fetch(`${watchUrl}/metrics`)).text();
      const series = metrics.split("\n").filter((line) => new RegExp(`^${name}[{ ]`).test(line));
      return series.filter((line) => line.includes(part)).reduce((sum, line) => sum + valueIn(line), 0);
    },
    stop(signal = "SIGTERM") {
      child.kill(signal);
      return ended;
    },
    ended,
  };
}

/** Stops services in order; gives what each of them logged. */
export async function stopServices(services: readonly ServiceProcess[]): Promise<string[]> {
  const ended = await Promise.all(services.map((service) => service.stop()));
  expect(ended.map(({ code, signal }) => [code, signal])).toEqual(services.map(() => [0, null]));
  return ended.map(({ err }) => err);
}

function asLine(line: string): Record<string, unknown> {
  try {
    return JSON.parse(line);
  } catch {
    return { text: line };
  }
}

function valueIn(line: string): number {
  return Number(line.slice(line.lastIndexOf(" ") + 1));
}
