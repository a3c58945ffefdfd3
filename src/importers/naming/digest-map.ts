/** 64 bits of a text's digest: enough that a million texts do not meet by chance. */
export interface Digest {
  high: number;
  low: number;
}

/** Mixes a text to 64 bits, fast. Not fit against someone who makes texts meet on purpose. */
export function digest(text: string): Digest {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
    // Without turning, high bits of a product never reach low ones.
    high = (high << 13) | (high >>> 19);
    low = (low << 17) | (low >>> 15);
  }
  const mixed = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const other = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(mixed ^ (mixed >>> 13), 3266489909);
  return { high: mixed >>> 0, low: other >>> 0 };
}

/** Places of a table: a key and a value of two numbers each; a key of zeros is an empty place. */
const WIDTH = 4;

/** Keeps a digest for each of very many digests, in 16 bytes a place. */
export class DigestMap {
  private table = new Uint32Array(WIDTH * 1024);
  size = 0;

  get(key: Digest): Digest | undefined {
    const at = this.placeOf(this.table, key.high, key.low);
    if (this.isEmpty(this.table, at)) return undefined;
    return { high: this.table[at + 2], low: this.table[at + 3] };
  }

  set(key: Digest, value: Digest): void {
    const at = this.placeOf(this.table, key.high, key.low);
    const isNew = this.isEmpty(this.table, at);
    this.table[at] = key.high;
    this.table[at + 1] = key.low || 1;
    this.table[at + 2] = value.high;
    this.table[at + 3] = value.low;
    if (!isNew) return;
    this.size += 1;
    if (this.size * WIDTH * 1.5 > this.table.length) this.grow();
  }

  private placeOf(table: Uint32Array, high: number, low: number): number {
    const places = table.length / WIDTH;
    let at = (high % places) * WIDTH;
    while (!this.isEmpty(table, at) && (table[at] !== high || table[at + 1] !== (low || 1))) {
      at = (at + WIDTH) % table.length;
    }
    return at;
  }

  private isEmpty(table: Uint32Array, at: number): boolean {
    return table[at + 1] === 0;
  }

  private grow(): void {
    const larger = new Uint32Array(this.table.length * 2);
    for (let at = 0; at < this.table.length; at += WIDTH) {
      if (this.isEmpty(this.table, at)) continue;
      const place = this.placeOf(larger, this.table[at], this.table[at + 1]);
      larger.set(this.table.subarray(at, at + WIDTH), place);
    }
    this.table = larger;
  }
}
