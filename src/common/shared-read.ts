/** A read of which those that are asked for at the same time share one, without anybody getting an older value. */
export class SharedRead<Value> {
  private running: Promise<unknown> = Promise.resolve();
  private next: Promise<Value> | undefined;

  constructor(private readonly read: () => Promise<Value>) {}

  /** A value that was read after this was called. */
  get(): Promise<Value> {
    // A read that is under way may have missed what changed since it began: only one that is still to begin counts.
    this.next ??= this.begin();
    return this.next;
  }

  private async begin(): Promise<Value> {
    await this.running.catch(() => {});
    this.next = undefined;
    const reading = this.read();
    this.running = reading;
    return reading;
  }
}
