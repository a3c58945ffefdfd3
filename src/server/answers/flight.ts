import type { Caller } from "../caller";

/** One execution that several callers wait for. It is given up when all of them have left. */
export class Flight<Answer> {
  answer!: Promise<Answer>;
  isAbandoned = false;
  /** Another process had the answer. */
  isShared = false;
  private waiting = 0;
  private readonly callbacks: (() => void)[] = [];

  constructor(private readonly onAbandoned: () => void) {}

  /** Calls back when nobody waits any more. */
  onGone(callback: () => void): void {
    if (this.isAbandoned) callback();
    else this.callbacks.push(callback);
  }

  /** Makes a caller wait too. */
  join(caller: Caller): Promise<Answer> {
    this.waiting += 1;
    caller.onGone(() => {
      this.waiting -= 1;
      if (this.waiting > 0) return;
      this.isAbandoned = true;
      for (const callback of this.callbacks) callback();
      this.onAbandoned();
    });
    return this.answer;
  }
}
