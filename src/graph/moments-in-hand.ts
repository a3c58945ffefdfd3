import type { Pool } from "pg";
import type { Cancellation } from "../common/cancellation";
import { Unavailable } from "../common/errors";
import { Turns } from "../common/turns";
import type { ReadingOfMoment } from "../db/keeping";

/** The part of all connections that those who keep answers may hold: others need the rest. */
const PART = 1 / 4;

const MOST_WAITING = 50;

const turns = new WeakMap<Pool, Turns>();

/**
 * Begins to read of one moment, in turn: a moment holds a connection for as long as its query takes, whatever that waits
 * for. Nothing is held while it waits for its turn.
 * @throws Unavailable where too many wait already
 */
export async function inTurn(
  pool: Pool,
  work: Cancellation,
  begin: () => Promise<ReadingOfMoment>,
): Promise<ReadingOfMoment> {
  const endTurn = await turnsOf(pool).take(work);
  try {
    const reading = await begin();
    return { ...reading, end: () => reading.end().finally(endTurn) };
  } catch (error) {
    endTurn();
    throw error;
  }
}

function turnsOf(pool: Pool): Turns {
  let known = turns.get(pool);
  if (!known) {
    known = new Turns(Math.max(1, Math.floor(pool.options.max * PART)), MOST_WAITING, busy);
    turns.set(pool, known);
  }
  return known;
}

function busy(): Unavailable {
  return new Unavailable(undefined, "Too many answers are being kept, or asked again, at the moment.");
}
