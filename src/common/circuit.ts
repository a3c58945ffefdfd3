/** What was tried and failed is not tried again for this time, which doubles while it fails. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Goes to something that may be away or slow, and does without it meanwhile: nobody waits longer than `patienceMs`, and
 * after a failure nobody waits at all for a while.
 */
export class Circuit {
  private pause = FIRST_PAUSE_MS;
  private closedUntil = Number.NEGATIVE_INFINITY;
  private isWell: boolean | undefined;

  /** @param events told of each change for the better or the worse, once */
  constructor(
    private readonly patienceMs: number,
    private readonly events: { onWell(): void; onFailed(reason: string): void },
  ) {}

  /**
   * Does work, or something else where it fails with an error or takes too long. What the work throws that is no error
   * is a result.
   */
  async run<T>(work: () => Promise<T>, instead: () => T | Promise<T>): Promise<T> {
    const now = performance.now();
    if (now < this.closedUntil) return instead();
    const isTrial = this.isWell === false;
    // While it is not known to be well, one may try at a time.
    if (isTrial) this.closedUntil = now + this.pause;
    try {
      const result = await this.inTime(work());
      this.succeed();
      return result;
    } catch (error) {
      if (!(error instanceof Error)) {
        this.succeed();
        throw error;
      }
      this.fail(error.message, isTrial);
      return instead();
    }
  }

  private succeed(): void {
    if (this.isWell) return;
    this.isWell = true;
    this.pause = FIRST_PAUSE_MS;
    this.closedUntil = Number.NEGATIVE_INFINITY;
    this.events.onWell();
  }

  private fail(reason: string, isTrial: boolean): void {
    const wasWell = this.isWell !== false;
    // What was under way when it failed fails too, and tells nothing new.
    if (!wasWell && !isTrial) return;
    this.isWell = false;
    this.closedUntil = performance.now() + this.pause;
    if (wasWell) this.events.onFailed(reason);
    else this.pause = Math.min(2 * this.pause, LONGEST_PAUSE_MS);
  }

  private inTime<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`no answer within ${this.patienceMs} ms`)),
        this.patienceMs,
      );
      work.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }
}
