/** What is spent for a request that may be executed twice, and is paid for once. */
export class Owed {
  /** What this execution spent. */
  spent = 0;
  private paid = 0;

  add(amount: number): void {
    this.spent += amount;
  }

  /** Pays what was not paid before, if anything was not. What is refused stays owed. */
  async pay(take: ((amount: number) => Promise<void>) | undefined): Promise<void> {
    const owed = this.spent - this.paid;
    if (!take || owed <= 0) return;
    // At once, so that what is asked meanwhile does not pay for it, too.
    this.paid += owed;
    try {
      await take(owed);
    } catch (error) {
      this.paid -= owed;
      throw error;
    }
  }

  /** Begins the next execution. */
  again(): void {
    this.spent = 0;
  }
}
