import { ExitCode } from "./exit-codes";

/** Runs work that Ctrl-C and SIGTERM take back; a second Ctrl-C ends the process at once. */
export function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(ExitCode.INTERRUPTED);
    process.stderr.write("\nStopping. Press Ctrl-C again to stop at once.\n");
    controller.abort();
  };
  return onStop(stop, () => work(controller.signal));
}

/** Runs work that leaves nothing behind: Ctrl-C and SIGTERM end the process, and with it what it has started. */
export function endAtOnce<T>(work: () => Promise<T>): Promise<T> {
  return onStop(() => process.exit(ExitCode.INTERRUPTED), work);
}

async function onStop<T>(stop: () => void, work: () => Promise<T>): Promise<T> {
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  try {
    return await work();
  } finally {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  }
}
