import type { Piscina } from "piscina";
import { Unavailable } from "../../common/errors";
import type { Drawing, Drawn } from "./draw";
import { threadFile } from "./thread-file";

/** One drawing at a time: what it takes of the processors is taken from all other requests. */
const AT_ONCE = 1;

/** So many are drawn or wait; each takes a fraction of a second. */
const MOST_IN_HAND = 30;

/** Longer than any drawing takes that is allowed, and those before it. */
const DEADLINE_MS = 15_000;

/** A thread without work ends, and gives its memory back. */
const IDLE_MS = 60_000;

const MOST_MEMORY_MB = 512;

let threads: Piscina | undefined;
let inHand = 0;

/** Loaded when first asked for. */
function started(): Piscina {
  if (threads) return threads;
  const { Piscina: Threads } = require("piscina") as typeof import("piscina");
  threads = new Threads({
    filename: threadFile,
    minThreads: 0,
    maxThreads: AT_ONCE,
    idleTimeout: IDLE_MS,
    // A thread that waits must have time to give the memory of pictures back.
    atomics: "disabled",
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  return threads;
}

/**
 * Draws a figure on another thread, where it keeps nobody waiting.
 * @throws Unavailable where too many are in hand already, or it takes too long
 */
export async function drawn(drawing: Drawing): Promise<Drawn> {
  if (inHand >= MOST_IN_HAND) throw busy("Too many are in hand.");
  const signal = AbortSignal.timeout(DEADLINE_MS);
  inHand += 1;
  try {
    return await started().run(drawing, { signal });
  } catch (error) {
    throw signal.aborted ? busy(error) : error;
  } finally {
    inHand -= 1;
  }
}

function busy(cause: unknown): Unavailable {
  return new Unavailable(cause, "Too many figures are being drawn at the moment.");
}

/** Ends the threads; the next drawing starts one again. */
export async function endThreads(): Promise<void> {
  const ending = threads;
  threads = undefined;
  await ending?.destroy();
}
