import path from "node:path";
import type { SourceRecord } from "../../domain/source/source.commands";
import type { FormatOptions } from "../format";
import { LAYOUT } from "./page-layout";
import { linesLostAbove } from "./page-lines";
import type { Panel } from "./panels";
import type { PageContents } from "./results";

/** The slug of a page as a source, from the name of its file. */
export function sourceSlug(file: string): string {
  const name = path.basename(file, path.extname(file)).normalize("NFKD").toLowerCase();
  return ["megaface-page", ...(name.match(/[a-z0-9]+/g) ?? [])].join("-");
}

/** The page as a source: what was read of it, what it leaves open, and its text. */
export function sourceRecord(
  contents: PageContents,
  panels: readonly Panel[],
  text: string,
  options: FormatOptions,
): SourceRecord {
  const { file, source, tables, submissions, descriptions } = contents;
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  return {
    slug: source,
    title: options.title ?? `${LAYOUT.benchmark} results page (${path.basename(file)})`,
    description: `A text dump of a results page with ${panels.length} tables. Without what it repeats it has ${rows} rows of ${submissions.size} submissions, and ${descriptions.length} method descriptions. Lines are those of the first print.`,
    ...(options.url !== undefined && { url: options.url }),
    doesNotSay: gapsOf(contents, panels),
    text,
  };
}

function gapsOf(
  { tables, submissions, descriptions }: PageContents,
  panels: readonly Panel[],
): SourceRecord["doesNotSay"] {
  const unnamed = descriptions.filter(({ name }) => name === null);
  const names = new Set(descriptions.map(({ name }) => name));
  const undescribed = [...submissions.keys()].filter((name) => !names.has(name)).length;
  const untitled = panels.filter(
    ({ title, head }) => !title && tables.some((table) => table.head === head.number),
  );
  const lost = unnamed.filter(({ first }) => linesLostAbove(first) > 0).length;
  return [
    ...untitled.map(({ head }) => ({
      topic: `title-of-table-at-line-${head.number}`,
      statement: `The table in line ${head.number} has no title; what it is about follows from the headings below it.`,
    })),
    ...(unnamed.length
      ? [
          {
            topic: "lost-names",
            statement: `${unnamed.length} of the ${descriptions.length} method descriptions have no name, ${lost} of them after a lost line; whose they are is not known.`,
          },
        ]
      : []),
    ...(undescribed
      ? [
          {
            topic: "row-descriptions",
            statement: `${undescribed} of the ${submissions.size} submissions of the tables have no description under exactly their name.`,
          },
        ]
      : []),
  ];
}
