/** How a statement went. */
export interface StatementTiming {
  /** When it was sent, as `performance.now()` counts. */
  begun: number;
  /** How many milliseconds passed until its answer, waiting for a connection included. */
  ms: number;
  failed: boolean;
}

/** Called with the text of every statement that was sent, without its values, when its answer is there. */
export type StatementListener = (text: string, timing: StatementTiming) => void;

/** Does what sends a statement, and tells the listener how it went. */
export async function listened<T>(
  listener: StatementListener | undefined,
  text: string,
  send: () => Promise<T>,
): Promise<T> {
  if (!listener) return send();
  const begun = performance.now();
  let failed = true;
  try {
    const result = await send();
    failed = false;
    return result;
  } finally {
    listener(text, { begun, ms: performance.now() - begun, failed });
  }
}
