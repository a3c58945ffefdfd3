import type { Cancellation } from "./cancellation";

interface Waiter {
  go(): void;
}

/** Lets only so many do something at once; the others wait for their turn, in the order in which they came. */
export class Turns {
  private taken = 0;
  private readonly waiting = new Set<Waiter>();

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
    /** What is told those for whom there is no room to wait. */
    private readonly refused: () => Error,
  ) {}

  /**
   * Waits for a turn; gives what ends it, which may be called several times.
   * @throws why the work was given up, when it is while it waits
   */
  async take(work: Cancellation): Promise<() => void> {
    if (work.reason) throw work.reason;
    if (this.taken < this.atOnce) this.taken += 1;
    else await this.wait(work);
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.pass();
    };
  }

  private wait(work: Cancellation): Promise<void> {
    if (this.waiting.size >= this.mostWaiting) throw this.refused();
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.waiting.delete(waiter);
        reject(work.reason);
      };
      const waiter = {
        go() {
          work.off(giveUp);
          resolve();
        },
      };
      this.waiting.add(waiter);
      work.on(giveUp);
    });
  }

  /** The turn goes on to who waits longest. */
  private pass(): void {
    const [next] = this.waiting;
    if (!next) {
      this.taken -= 1;
      return;
    }
    this.waiting.delete(next);
    next.go();
  }
}
