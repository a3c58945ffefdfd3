import type { PoolDatabase } from "../../db/database";
import type { Snapshot } from "../../db/snapshot";
import { exportedSections } from "../../domain/export/export.queries";
import { aboutData, type DataTerms, manifestOf } from "./about-data";
import { recordText } from "./record-text";

/** How far an export is: the records of a section that are out. */
export interface ExportProgress {
  section: string;
  records: number;
}

export interface ExportOptions {
  onProgress?: (progress: ExportProgress) => void;
  /** What is said of the data; nothing when not given. */
  terms?: DataTerms;
}

interface Page {
  section: string;
  /** The JSON text of each record. */
  records: string[];
}

/**
 * The whole graph as a bundle in JSON Lines, a manifest first: texts of whole lines, to be put one behind the other. What
 * they say is of one moment; only a page of it is in memory at a time.
 */
export async function* exportBundle(db: PoolDatabase, options: ExportOptions = {}): AsyncGenerator<string> {
  yield* within(db, async function* (snapshot) {
    yield `{"manifest":${await manifest(snapshot, options)}}\n`;
    for await (const page of pagesOf(snapshot, options)) yield linesOf(page);
  });
}

/** The same as one JSON document. */
export async function* exportBundleDocument(
  db: PoolDatabase,
  options: ExportOptions = {},
): AsyncGenerator<string> {
  yield* within(db, async function* (snapshot) {
    yield `{"manifest":${await manifest(snapshot, options)}`;
    let open = "";
    for await (const { section, records } of pagesOf(snapshot, options)) {
      const start = section === open ? "," : `${open && "\n]"},\n"${section}":[`;
      open = section;
      yield `${start}\n${records.join(",\n")}`;
    }
    yield `${open && "\n]"}}\n`;
  });
}

/** The records alone, as lines: the same content gives the same lines, whatever its history. */
export async function* recordLines(db: PoolDatabase): AsyncGenerator<string> {
  yield* within(db, async function* (snapshot) {
    for await (const page of pagesOf(snapshot, {})) yield linesOf(page);
  });
}

async function* within(
  db: PoolDatabase,
  read: (snapshot: Snapshot) => AsyncGenerator<string>,
): AsyncGenerator<string> {
  const snapshot = await db.snapshot();
  try {
    yield* read(snapshot);
  } finally {
    await snapshot.end();
  }
}

/** All records, page by page. */
export async function* pagesOf(snapshot: Snapshot, { onProgress }: ExportOptions): AsyncGenerator<Page> {
  for (const { name: section, rows, pageSize } of exportedSections) {
    let count = 0;
    for await (const page of snapshot.pages<object>(rows, pageSize)) {
      yield { section, records: page.map((row) => recordText(section, row)) };
      count += page.length;
      onProgress?.({ section, records: count });
    }
  }
}

function linesOf({ section, records }: Page): string {
  return records.map((record) => `{"${section}":${record}}\n`).join("");
}

async function manifest(snapshot: Snapshot, { terms = { licence: null } }: ExportOptions): Promise<string> {
  return JSON.stringify(manifestOf(await aboutData(snapshot, terms)));
}
