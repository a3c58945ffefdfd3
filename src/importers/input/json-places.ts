import type { Path } from "./located";

/** Where the parts of a list or map begin. */
interface Children {
  start: number;
  offsets: Map<string, number> | number[];
  /** Where the keys of a map stand. */
  keys: Map<string, number>;
}

/** So many parts make it too dear to look through a list or map again. */
const MANY = 256;

/**
 * Finds values in a JSON text that is known to be good, looking only through what lies on the way. Remembers the last
 * way and large lists and maps, so that those who read in the order of the text wait for little.
 */
export class JsonPlaces {
  private readonly way: Children[] = [];
  private readonly large = new Map<number, Children>();

  constructor(private readonly text: string) {}

  /** Where the value begins that stands under the path, or the nearest above it, and whether it is the very one. */
  find(path: Path): { offset: number; exact: boolean } {
    let offset = this.afterSpace(0);
    for (const [depth, key] of path.entries()) {
      const offsets = this.childrenOf(offset, depth)?.offsets;
      const next = Array.isArray(offsets) ? offsets[Number(key)] : offsets?.get(String(key));
      if (next === undefined) return { offset, exact: false };
      offset = next;
    }
    return { offset, exact: true };
  }

  /** Where the key stands under which the value does; undefined where there is none. */
  findKey(path: Path): number | undefined {
    const { offset, exact } = this.find(path.slice(0, -1));
    return exact ? this.childrenOf(offset, path.length - 1)?.keys.get(String(path.at(-1))) : undefined;
  }

  /** Where the value ends that begins at the offset. */
  endOf(offset: number): number {
    const { text } = this;
    if (text[offset] === '"') return this.endOfText(offset);
    let at = offset;
    if (text[offset] !== "{" && text[offset] !== "[") {
      while (at < text.length && !" \t\r\n,]}".includes(text[at])) at += 1;
      return at;
    }
    for (let depth = 0; at < text.length; ) {
      const code = text.charCodeAt(at);
      if (code === 0x22) at = this.endOfText(at);
      else {
        at += 1;
        // Only the bracket's lowest bits differ: { is [ + 0x20, } is ] + 0x20.
        if ((code | 0x20) === 0x7b) depth += 1;
        else if ((code | 0x20) === 0x7d && --depth === 0) break;
      }
    }
    return at;
  }

  /** The value, as written, of the key that stands at the offset. */
  valueAfter(key: number): string {
    const start = this.afterSpace(this.afterSpace(this.endOfText(key)) + 1);
    return this.text.slice(start, this.endOf(start));
  }

  private childrenOf(start: number, depth: number): Children | null {
    if (this.way[depth]?.start === start) return this.way[depth];
    const children = this.large.get(start) ?? this.look(start);
    if (children) this.way[depth] = children;
    return children;
  }

  private look(start: number): Children | null {
    const { text } = this;
    if (text[start] !== "{" && text[start] !== "[") return null;
    const list: number[] = [];
    const map = new Map<string, number>();
    const keys = new Map<string, number>();
    let at = this.afterSpace(start + 1);
    while (at < text.length && text[at] !== "}" && text[at] !== "]") {
      if (text[start] === "[") list.push(at);
      else {
        const end = this.endOfText(at);
        const key: string = JSON.parse(text.slice(at, end));
        keys.set(key, at);
        at = this.afterSpace(this.afterSpace(end) + 1);
        map.set(key, at);
      }
      at = this.afterSpace(this.endOf(at));
      if (text[at] === ",") at = this.afterSpace(at + 1);
    }
    const children = { start, offsets: text[start] === "[" ? list : map, keys };
    if (list.length + map.size > MANY) this.large.set(start, children);
    return children;
  }

  private endOfText(start: number): number {
    let end = this.text.indexOf('"', start + 1);
    while (this.isEscaped(end)) end = this.text.indexOf('"', end + 1);
    return end + 1;
  }

  private isEscaped(at: number): boolean {
    let start = at;
    while (this.text[start - 1] === "\\") start -= 1;
    return (at - start) % 2 === 1;
  }

  private afterSpace(start: number): number {
    let at = start;
    while (at < this.text.length && this.text.charCodeAt(at) <= 0x20) at += 1;
    return at;
  }
}
