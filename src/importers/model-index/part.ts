import { nameKey } from "../../common/name-key";
import type { Located, Path } from "../input/located";
import type { Place } from "../problem";

/** What sources write where there is nothing to name. */
const NOTHING = new Set(["", "-", "~", "none", "null", "n/a", "na", "unknown"]);

/** A part of a document whose shape is yet to be understood. */
export class Part {
  private constructor(
    private readonly document: Located,
    private readonly path: Path,
    readonly value: unknown,
  ) {}

  static whole(document: Located): Part {
    return new Part(document, [], document.value);
  }

  get place(): Place {
    return this.document.at(this.path);
  }

  get isList(): boolean {
    return Array.isArray(this.value);
  }

  get isMapping(): boolean {
    return typeof this.value === "object" && this.value !== null && !this.isList;
  }

  /** What stands under the first of the keys that is there and not empty; the case of keys means nothing. */
  get(...keys: string[]): Part | undefined {
    const found = this.entries();
    for (const key of keys) {
      const entry = found.find(([name, part]) => nameKey(name) === key && !part.isEmpty);
      if (entry) return entry[1];
    }
    return undefined;
  }

  /** The keys and values of a mapping. */
  entries(): [string, Part][] {
    if (!this.isMapping) return [];
    const entries = Object.entries(this.value as object);
    return entries.map(([key, value]) => [key, new Part(this.document, [...this.path, key], value)]);
  }

  /** What stands in a list; what is no list counts as a list of one, and nothing as an empty one. */
  items(): Part[] {
    if (this.isEmpty) return [];
    if (!Array.isArray(this.value)) return [this];
    const items = this.value.map((value, i) => new Part(this.document, [...this.path, i], value));
    return items.filter((item) => !item.isEmpty);
  }

  /** Text, number, true or false as written, on one line; null for anything else. */
  get text(): string | null {
    if (this.isEmpty || typeof this.value === "object") return null;
    const text = this.document.raw(this.path) ?? String(this.value);
    return text.replace(/\s+/g, " ").trim() || null;
  }

  /** The text, unless it says that there is nothing. */
  get named(): string | null {
    const { text } = this;
    return text === null || NOTHING.has(nameKey(text)) ? null : text;
  }

  /** The name of a thing that is given as a text, or as a mapping with its name or type. */
  get nameOfThing(): string | null {
    return this.named ?? this.get("name")?.named ?? this.get("type")?.named ?? null;
  }

  private get isEmpty(): boolean {
    return this.value === null || this.value === undefined;
  }
}

/** What a part is, for messages. */
export function shapeOf(part: Part): string {
  if (part.isList) return "a list";
  return part.isMapping ? "a group of named values" : `"${part.text ?? ""}"`;
}
