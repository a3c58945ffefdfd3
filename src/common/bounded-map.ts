/** Keeps what was used last, as much of it as fits: whoever puts something in says how large it is. */
export class BoundedMap<Key, Value> {
  private readonly entries = new Map<Key, { value: Value; size: number }>();
  private total = 0;

  /**
   * @param most the sum of all sizes stays at or below this
   * @param dropped called for everything that has to leave
   */
  constructor(
    private readonly most: number,
    private readonly dropped?: (key: Key, value: Value) => void,
  ) {}

  /** The sum of the sizes of what is in it. */
  get size(): number {
    return this.total;
  }

  get count(): number {
    return this.entries.size;
  }

  get(key: Key): Value | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    // A map keeps the order in which keys came: the last one used is the last to leave.
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value;
  }

  /** Puts something in, in place of what had the key. What is larger than all there may be is not kept. */
  set(key: Key, value: Value, size: number): void {
    this.delete(key);
    if (size > this.most) return;
    this.entries.set(key, { value, size });
    this.total += size;
    for (const oldest of this.entries.keys()) {
      if (this.total <= this.most) break;
      this.delete(oldest);
    }
  }

  delete(key: Key): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.entries.delete(key);
    this.total -= entry.size;
    this.dropped?.(key, entry.value);
  }
}
