import type { Piscina } from "piscina";
import { Unavailable } from "../../common/errors";
import type { Drawing, Drawn } from "./draw";
import { threadFile } from "./thread-file";

/** One drawing at a time: what it takes of the processors is taken from all other requests. */
const AT_ONCE = 1;

/** So many may wait; each takes a fraction of a second. */
const MOST_WAITING = 30;

/** Longer than any drawing takes that is allowed. */
const DEADLINE_MS = 10_000;

/** A thread without work ends, and gives its memory back. */
const IDLE_MS = 60_000;

const BUSY = "Too many figures are being drawn at the moment.";

const MOST_MEMORY_MB = 512;

let threads: Piscina | undefined;

function started(): Piscina {
  if (threads) return threads;
  const { Piscina: Threads } = require("piscina") as typeof import("piscina");
  threads = new Threads({
    filename: threadFile,
    minThreads: 0,
    maxThreads: AT_ONCE,
    maxQueue: MOST_WAITING,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  return threads;
}

/**
 * Draws a figure on another thread, where it keeps nobody waiting.
 * @throws Unavailable where too many are waiting already, or it takes too long
 */
export async function drawn(drawing: Drawing): Promise<Drawn> {
  const signal = AbortSignal.timeout(DEADLINE_MS);
  try {
    return await started().run(drawing, { signal });
  } catch (error) {
    if (isFull(error) || signal.aborted) throw new Unavailable(error, BUSY);
    throw error;
  }
}

function isFull(error: unknown): boolean {
  return /queue/i.test((error as Error).message);
}

/** Ends the threads; the next drawing starts one again. */
export async function endThreads(): Promise<void> {
  const ending = threads;
  threads = undefined;
  await ending?.destroy();
}
