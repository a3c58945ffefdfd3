import path from "node:path";
import { slugify } from "../../common/slugify";
import type { SourceRecord } from "../../domain/source/source.commands";
import type { FormatOptions } from "../format";
import type { Sheet } from "./sheet";

const FEW = 3;

/** One source for each file, in their order. Slugs come from paths below the folder that all files share, with its name. */
export function sourcesOf(sheets: readonly Sheet[], { title, url }: FormatOptions): SourceRecord[] {
  const names = shortNames(sheets.map(({ file }) => file));
  const slugs = uniqueSlugs(
    names.map((name) => `model-index ${title ?? ""} ${name.replace(/\.[^./]*$/, "")}`),
  );
  return sheets.map((sheet, i) => ({
    slug: slugs[i],
    title: sheets.length === 1 && title ? title : titleOf(sheet, names[i], title),
    ...(url && { url }),
  }));
}

function titleOf({ collections, models }: Sheet, name: string, given = ""): string {
  const parts = collections.length ? collections : models;
  const said = parts.flatMap((part) => part.get("name")?.text ?? []);
  const head = [given, said.length <= FEW ? said.join(", ") : ""].filter(Boolean).join(": ");
  return head ? `${head} (${name})` : name;
}

function shortNames(files: string[]): string[] {
  const paths = files.map((file) =>
    path.posix
      .normalize(file)
      .split("/")
      .filter((part) => part && part !== ".."),
  );
  const [first = []] = paths;
  const shared = first.findIndex(
    (part, i) => i === first.length - 1 || paths.some((parts) => i === parts.length - 1 || parts[i] !== part),
  );
  return paths.map((parts) => parts.slice(Math.max(shared - 1, 0)).join("/"));
}

function uniqueSlugs(texts: string[]): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const slug = slugify(text);
    let unique = slug;
    for (let i = 2; taken.has(unique); i += 1) unique = `${slug}-${i}`;
    taken.add(unique);
    return unique;
  });
}
