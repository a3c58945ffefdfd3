import path from "node:path";
import { nameKey } from "../../common/name-key";
import type { Place } from "../problem";
import { groupBy } from "./group-by";
import type { Part } from "./part";
import type { Sheet } from "./sheet";

/** The collection of a model. */
export interface FoundCollection {
  part: Part;
  /** Where the model's file refers to it, if it stands in another file; lines cited for a model are its own file's. */
  referredAt?: Place;
}

interface Standing {
  sheet: Sheet;
  part: Part;
}

/** Finds collections: in the model's own file, else in the files that an index lists together with it. */
export class Collections {
  private readonly byName = new Map<string, Standing[]>();
  private readonly indexes: { file: string; lists: (file: string) => boolean }[];

  constructor(sheets: readonly Sheet[]) {
    const standing = sheets.flatMap((sheet) => sheet.collections.map((part) => ({ sheet, part })));
    for (const group of groupBy(standing, keyOf)) this.byName.set(keyOf(group[0]), group);
    this.indexes = sheets
      .filter(({ imports }) => imports.length)
      .map(({ file, imports }) => ({ file: path.posix.normalize(file), lists: matcher(file, imports) }));
  }

  /** Undefined where there is none, or where several of the name say different things. */
  find(sheet: Sheet, reference: Part): FoundCollection | undefined {
    const named = this.byName.get(nameKey(reference.text ?? "")) ?? [];
    const own = named.find((each) => each.sheet === sheet);
    if (own) return { part: own.part };
    const others = named.filter((each) => this.belongTogether(sheet, each.sheet));
    const contents = new Set(others.map(({ part }) => content(part)));
    return contents.size === 1 ? { part: others[0].part, referredAt: reference.place } : undefined;
  }

  private belongTogether(a: Sheet, b: Sheet): boolean {
    const files = [a, b].map(({ file }) => path.posix.normalize(file));
    return this.indexes.some((index) => files.every((file) => file === index.file || index.lists(file)));
  }
}

function keyOf({ part }: Standing): string {
  return nameKey(part.get("name")?.text ?? "");
}

function content(collection: Part): string {
  return JSON.stringify([collection.get("metadata")?.value, collection.get("paper")?.value]);
}

/** Tells which files an index lists; paths start at its folder, and a * stands for any name. */
function matcher(index: string, imports: readonly string[]): (file: string) => boolean {
  const exact = new Set<string>();
  const patterns: RegExp[] = [];
  for (const each of imports) {
    const target = path.posix.join(path.posix.dirname(index), each);
    if (!target.includes("*")) exact.add(target);
    else patterns.push(new RegExp(`^${target.split("*").map(escaped).join("[^/]*")}$`));
  }
  return (file) => exact.has(file) || patterns.some((pattern) => pattern.test(file));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
