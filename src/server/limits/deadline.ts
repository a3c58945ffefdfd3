import type { Cancellation } from "../../common/cancellation";
import { CallerError, ErrorCode } from "../../common/errors";

/**
 * Waits for an answer, but no longer than until the work for it is given up, which happens at the deadline by itself.
 * @throws CallerError DEADLINE_EXCEEDED, or whatever else the work was given up for
 */
export function beforeDeadline<Answer>(
  work: Cancellation,
  deadlineMs: number,
  answer: Promise<Answer>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => work.cancel(deadlineExceeded(deadlineMs)), deadlineMs);
    const giveUp = () => {
      clearTimeout(timer);
      reject(work.reason);
    };
    const settle = <Value>(pass: (value: Value) => void) => {
      return (value: Value) => {
        clearTimeout(timer);
        work.off(giveUp);
        pass(value);
      };
    };
    work.on(giveUp);
    answer.then(settle(resolve), settle(reject));
  });
}

function deadlineExceeded(deadlineMs: number): CallerError {
  const message = `The answer was not there within ${deadlineMs} ms, and what was running for it was stopped. Ask for less, or again later.`;
  return new CallerError(ErrorCode.DEADLINE_EXCEEDED, message);
}
