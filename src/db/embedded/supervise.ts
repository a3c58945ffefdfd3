import { setTimeout as sleep } from "node:timers/promises";
import { kill, type Server, stopServer } from "./server";

export interface Supervised {
  /** Ends the server for good. */
  stop(): Promise<void>;
}

export interface SuperviseOptions {
  /** Starts the server again on the same port. */
  restart: (port: number, signal: AbortSignal) => Promise<Server>;
  /** Told when the server has ended on its own, and when restarting is given up. */
  onExit: (reason: string) => void;
  onLog: (line: string) => void;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
const MOST_RESTARTS = 10;
/** A server that ran this long was well; the count of restarts begins anew. */
const WELL_AFTER_MS = 60_000;

/** Watches a server and starts it again when it ends on its own, more and more slowly and not for ever. */
export function supervise(first: Server, options: SuperviseOptions): Supervised {
  const stopping = new AbortController();
  let server: Server | undefined = first;

  const onProcessExit = () => server && kill(server.pid, "SIGINT");
  process.once("exit", onProcessExit);

  const restart = async (port: number, attempt: number): Promise<Server | undefined> => {
    try {
      await sleep(Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS), undefined, {
        signal: stopping.signal,
        ref: false,
      });
      return await options.restart(port, stopping.signal);
    } catch (error) {
      if (!stopping.signal.aborted)
        options.onLog(`Postgres could not be restarted: ${(error as Error).message}`);
      return undefined;
    }
  };

  const keepRunning = async () => {
    let attempt = 0;
    let since = Date.now();
    while (!stopping.signal.aborted) {
      if (server) {
        const reason = await server.exited;
        server = undefined;
        if (stopping.signal.aborted) return;
        if (Date.now() - since > WELL_AFTER_MS) attempt = 0;
        options.onExit(reason);
      }
      if (attempt >= MOST_RESTARTS)
        return options.onExit(`it was restarted ${attempt} times in a row and is given up`);
      options.onLog("Postgres is restarted");
      server = await restart(first.port, attempt++);
      since = Date.now();
    }
  };
  const running = keepRunning();

  return {
    async stop() {
      stopping.abort();
      if (server) await stopServer(server);
      await running;
      // A restart that was under way may have come through meanwhile.
      if (server) await stopServer(server);
      process.off("exit", onProcessExit);
    },
  };
}
