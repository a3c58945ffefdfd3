import type { Located, Path } from "../input/located";
import type { Place, Problem } from "../problem";

export type Report = (problem: Problem) => void;

/** A part of a parsed document, which reports at its place what is not of the shape that is asked for. */
export class Part {
  constructor(
    private readonly document: Located,
    private readonly path: Path,
    readonly value: unknown,
    private readonly report: Report,
  ) {}

  get place(): Place {
    return this.document.at(this.path);
  }

  /** A number as the file has it, with all its digits. */
  get raw(): string | undefined {
    return this.document.raw(this.path);
  }

  /** Nothing can be imported until this is mended. */
  fail(message: string): void {
    this.report({ ...this.place, message });
  }

  /** The rest is imported without it, or as the message says. */
  warn(message: string): void {
    this.report({ ...this.place, message, level: "warning" });
  }

  isNothing(): boolean {
    return this.value === undefined || this.value === null;
  }

  /** Whether it has named values; says so where it has none. */
  isGroup(name: string): boolean {
    const group = typeof this.value === "object" && this.value !== null && !Array.isArray(this.value);
    if (!group) this.fail(`${name} must be a group of named values, not ${shown(this.value)}.`);
    return group;
  }

  /** The value of a key; a part without value where there is none. */
  child(key: string | number): Part {
    return new Part(this.document, [...this.path, key], (this.value as never)[key], this.report);
  }

  children(): [string, Part][] {
    return Object.keys(this.value as object).map((key) => [key, this.child(key)]);
  }

  /** The items of a list under the key; none where nothing stands there. */
  list(key: string): Part[] {
    const part = this.child(key);
    if (part.isNothing()) return [];
    if (Array.isArray(part.value)) return part.items();
    part.fail(`${key} must be a list, not ${shown(part.value)}.`);
    return [];
  }

  items(): Part[] {
    return (this.value as unknown[]).map((_, i) => this.child(i));
  }

  /**
   * The text under the key, without white space around it; null where there is none. What is no text is left out with a
   * warning, or cannot be when the text is `needed`.
   */
  text(key: string, { needed = false } = {}): string | null {
    const part = this.child(key);
    if (part.isNothing()) return null;
    if (typeof part.value === "string") return part.value.trim() || null;
    const wrong = `must be text, not ${shown(part.value)}`;
    if (needed) part.fail(`${key} ${wrong}.`);
    else part.warn(`${key} ${wrong}; it is left out.`);
    return null;
  }
}

/** A value for a message: short, and lists and groups only by their kind. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (typeof value === "object") return Array.isArray(value) ? "a list" : "a group of named values";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
