import type { Piscina } from "piscina";
import { Cancellation } from "../../common/cancellation";
import { Unavailable } from "../../common/errors";
import { Turns } from "../../common/turns";
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

const turns = new Turns(AT_ONCE, MOST_IN_HAND - AT_ONCE, () => busy("Too many are in hand."));

let threads: Piscina | undefined;

/** Gives up what is being drawn. */
let running: AbortController | undefined;

let reportUnheard: (error: unknown) => void = () => {};

/** Tells of what goes wrong with the threads while nobody waits for a drawing. */
export function onThreadError(report: (error: unknown) => void): void {
  reportUnheard = report;
}

/** Loaded when first asked for. */
function started(): Piscina {
  if (threads) return threads;
  const { Piscina: Threads } = require("piscina") as typeof import("piscina");
  const begun = new Threads({
    filename: threadFile,
    minThreads: 0,
    maxThreads: AT_ONCE,
    idleTimeout: IDLE_MS,
    // A thread that waits must have time to give the memory of pictures back.
    atomics: "disabled",
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  // A thread that fails before it has its drawing tells nobody else: without a listener it would end the process.
  begun.on("error", (error) => {
    if (threads === begun && running) running.abort(error);
    else reportUnheard(error);
  });
  threads = begun;
  return begun;
}

/**
 * Draws a figure on another thread, where it keeps nobody waiting. One that still waits when its work is given up is
 * dropped.
 * @throws Unavailable where too many are in hand already, or it takes too long
 */
export async function drawn(drawing: Drawing, work?: Cancellation): Promise<Drawn> {
  const waiting = new Cancellation();
  const drop = () => work?.reason && waiting.cancel(work.reason);
  const deadline = setTimeout(() => waiting.cancel(busy("It took too long.")), DEADLINE_MS);
  work?.on(drop);
  let leave: (() => void) | undefined;
  try {
    leave = await turns.take(waiting);
    // What is being drawn is soon done, and a new thread would take longer.
    work?.off(drop);
    return await draw(drawing, waiting);
  } finally {
    clearTimeout(deadline);
    work?.off(drop);
    leave?.();
  }
}

async function draw(drawing: Drawing, until: Cancellation): Promise<Drawn> {
  const drawingNow = new AbortController();
  const { signal } = drawingNow;
  until.on(() => drawingNow.abort(until.reason));
  running = drawingNow;
  try {
    return await started().run(drawing, { signal });
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    running = undefined;
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
