import type { Problem } from "../problem";
import type { Places } from "./places";

/** How deep lists and maps may stand in each other. */
export const MAX_DEPTH = 200;
export const TOO_DEEP = `nested deeper than ${MAX_DEPTH} levels.`;

/** As many faults as are told of one text: more would not help to mend it. */
const MAX_FAULTS = 20;

interface Fault {
  index: number;
  message: string;
  level?: "warning";
}

/** What is wrong in one text. */
export class Faults {
  private readonly fatals: Fault[] = [];
  private readonly warnings: Fault[] = [];

  constructor(readonly places: Places) {}

  /** Whether no more are told. */
  get full(): boolean {
    return this.fatals.length >= MAX_FAULTS;
  }

  /** Whether nothing of the text can be used. */
  get fatal(): boolean {
    return this.fatals.length > 0;
  }

  /** In the order of the text. */
  get problems(): Problem[] {
    return [...this.fatals, ...this.warnings]
      .sort((a, b) => a.index - b.index)
      .map(({ index, ...said }) => ({ ...this.places.at(index), ...said }));
  }

  add(index: number, message: string): void {
    if (!this.full) this.fatals.push({ index, message });
  }

  /** Tells that the key at the index stands in its map already, which does no harm where it says the same. */
  addRepeated(index: number, key: string, first: number, same: boolean): void {
    const where = this.places.words(first);
    const how = `after ${where}, with ${same ? "the same" : "another"} value`;
    const message = `"${shown(key)}" stands here a second time, ${how}. Take one of the two out.`;
    if (!same) this.add(index, message);
    else if (this.warnings.length < MAX_FAULTS) this.warnings.push({ index, message, level: "warning" });
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
