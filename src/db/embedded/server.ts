import { setTimeout as sleep } from "node:timers/promises";

/** A running server, started by this process or adopted. */
export interface Server {
  pid: number;
  port: number;
  adopted: boolean;
  /** Resolves with the reason when the server has ended. */
  exited: Promise<string>;
}

const STAGES: [NodeJS.Signals, number][] = [
  // Fast shutdown: roll back what is open, write everything out.
  ["SIGINT", 20_000],
  // Immediate shutdown: the next start recovers.
  ["SIGQUIT", 5_000],
  ["SIGKILL", 2_000],
];

/** Ends a server, at first gently, and waits until it has ended; half a minute at most. */
export async function stopServer(server: Server): Promise<void> {
  for (const [signal, patience] of STAGES) {
    kill(server.pid, signal);
    const timer = new AbortController();
    const late = sleep(patience, "late", { signal: timer.signal }).catch(() => "stopped");
    const outcome = await Promise.race([server.exited.then(() => "exited"), late]);
    timer.abort();
    if (outcome === "exited") return;
  }
}

/** Sends a signal; nothing if the process is gone. */
export function kill(pid: number, signal: NodeJS.Signals): void {
  // Zero and less would mean whole groups of processes.
  if (pid <= 0) return;
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}
