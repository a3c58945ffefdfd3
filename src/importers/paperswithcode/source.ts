import path from "node:path";
import { slugify } from "../../common/slugify";
import type { SourceRecord } from "../../domain/source/source.commands";
import type { FormatOptions } from "../format";
import { type Part, shown } from "./part";

/** The slug of a file's source; null where its name has no letter and no digit to make one of. */
export function sourceSlug(file: string): string | null {
  const name = slugify(baseName(file));
  return name ? `paperswithcode-${name}` : null;
}

/** The title of a file's source; a title that was given for several files has the file's name behind it. */
export function titleOf(file: string, isOneOfSeveral: boolean, { title }: FormatOptions): string {
  if (title === undefined) return `Papers with Code tables: ${baseName(file)}`;
  return isOneOfSeveral ? `${title}: ${baseName(file)}` : title;
}

/** The document that a file is: the same slug for a newer version of the file. */
export function sourceRecord(
  { slug, title, url }: Pick<SourceRecord, "slug" | "title" | "url">,
  top: Part,
): SourceRecord {
  const origins = originsOf(top);
  return {
    slug,
    title,
    ...(origins.length && { description: `Says that its tables come from: ${origins.join("; ")}.` }),
    ...(url !== undefined && { url }),
    doesNotSay: [
      {
        topic: "metric-directions",
        statement: "Which of two values of a metric is the better one.",
      },
    ],
  };
}

const baseName = (file: string) => path.basename(file).replace(/(?<=.)\.[^.]*$/, "");

/** Titles and addresses of the pages that the tasks on top name as their origin. */
function originsOf(top: Part): string[] {
  const tasks = Array.isArray(top.value) ? top.items() : [top];
  const origins = tasks.flatMap((task) => {
    if (typeof task.value !== "object" || task.value === null || Array.isArray(task.value)) return [];
    const link = task.child("source_link");
    if (link.isNothing()) return [];
    if (typeof link.value !== "object" || Array.isArray(link.value)) {
      link.warn(`source_link must be a group of named values, not ${shown(link.value)}; it is left out.`);
      return [];
    }
    return [[link.text("title"), link.text("url")].filter((text) => text !== null).join(", ")];
  });
  return [...new Set(origins.filter((origin) => origin !== ""))];
}
