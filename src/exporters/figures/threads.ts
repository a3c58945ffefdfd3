import type { Piscina } from "piscina";
import type { Cancellation } from "../../common/cancellation";
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

/** When those are done that were asked for before. */
let turn: Promise<unknown> = Promise.resolve();

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
  if (work?.reason) throw work.reason;
  if (inHand >= MOST_IN_HAND) throw busy("Too many are in hand.");
  const giving = new AbortController();
  const { signal } = giving;
  const givenUp = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
  const deadline = setTimeout(() => giving.abort(busy("It took too long.")), DEADLINE_MS);
  // What is being drawn is soon done, and a new thread would take longer.
  const drop = () => running !== giving && giving.abort(work?.reason);
  work?.on(drop);
  inHand += 1;
  const picture = turn.then(async () => {
    signal.throwIfAborted();
    running = giving;
    return started().run(drawing, { signal });
  });
  turn = picture.then(next, next);
  try {
    return await Promise.race([givenUp, picture]);
  } finally {
    clearTimeout(deadline);
    work?.off(drop);
    inHand -= 1;
  }
}

function next(): void {
  running = undefined;
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
