import type { Problem } from "../problem";
import type { Places } from "./places";

/** How deep lists and maps may stand in each other. */
export const MAX_DEPTH = 200;
export const TOO_DEEP = `nested deeper than ${MAX_DEPTH} levels.`;

/** As many faults as are told of one text: more would not help to mend it. */
const MAX_FAULTS = 20;

/** What is wrong in one text, in the order it was found. */
export class Faults {
  readonly problems: Problem[] = [];

  constructor(readonly places: Places) {}

  get full(): boolean {
    return this.problems.length >= MAX_FAULTS;
  }

  add(index: number, message: string): void {
    if (!this.full) this.problems.push({ ...this.places.at(index), message });
  }

  /** Tells that the key at the index stands in its map already. */
  addRepeated(index: number, key: string, first: number): void {
    const where = this.places.words(first);
    this.add(index, `"${shown(key)}" stands here a second time, after ${where}. Take one of the two out.`);
  }
}

/** A text from a file, short enough for a message. */
export function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Says what in a text no store can keep; null for a good text. */
export function unkeepable(text: string): string | null {
  const found = /\0|\p{Cs}/u.exec(text);
  if (!found) return null;
  if (found[0] === "\0") return "a NUL character, which no text may hold. Take it out.";
  const code = found[0].charCodeAt(0).toString(16);
  return `\\u${code} is half a character: the other half is missing. Take it out, or complete it.`;
}

/** Says that a text is a page or another markup and not the data; null for any other. */
export function markup(text: string): string | null {
  if (!/^\s*<(!doctype|html|head|body|\?xml|!--|svg|rss)\b/i.test(text.slice(0, 1000))) return null;
  return "this is HTML or XML: a page about the data, perhaps. Get the data file itself.";
}
