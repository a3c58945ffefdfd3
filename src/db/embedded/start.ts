import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { adoptServer } from "./adopt";
import type { Cluster } from "./cluster";
import { EmbeddedPostgresError } from "./errors";
import { LaunchError, type LaunchOptions, launchServer } from "./launch";
import type { Server } from "./server";

/** Recovery after a crash can take long; a server that says so is waited for. */
const START_LIMIT_MS = 120_000;
const RETRY_LIMIT_MS = 20_000;
const RETRY_PAUSE_MS = 200;

/** How to start; without a port a free one is chosen. */
export type StartOptions = Omit<LaunchOptions, "port"> & { port?: number };

/**
 * Gets the server of a cluster running: adopts the one that runs, else starts one. While processes of a former
 * server go away it tries again. Throws EmbeddedPostgresError if it does not start or the given port is taken.
 */
export async function startServer(cluster: Cluster, options: StartOptions): Promise<Server> {
  const begun = Date.now();
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(START_LIMIT_MS)]);
  for (;;) {
    options.signal.throwIfAborted();
    const adopted = await adoptServer(cluster, options.port, signal);
    if (adopted) return adopted;
    const port = options.port ?? (await freePort());
    try {
      return await launchServer(cluster, { ...options, port, signal });
    } catch (error) {
      const passing = error instanceof LaunchError && (error.folderHeld || error.portTaken);
      if (!passing) throw explain(error);
      if (error.portTaken && options.port !== undefined) throw portTaken(port, error);
      if (Date.now() - begun > RETRY_LIMIT_MS) throw error;
    }
    await sleep(RETRY_PAUSE_MS);
  }
}

function portTaken(port: number, cause: unknown): EmbeddedPostgresError {
  const advice = "Set another port, or none to let a free one be chosen.";
  return new EmbeddedPostgresError(`Port ${port} on 127.0.0.1 is taken by another program. ${advice}`, {
    cause,
  });
}

function explain(error: unknown): unknown {
  if ((error as Error).name !== "TimeoutError") return error;
  return new EmbeddedPostgresError(
    `Postgres did not accept connections within ${START_LIMIT_MS / 1000} seconds.`,
    {
      cause: error,
    },
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
