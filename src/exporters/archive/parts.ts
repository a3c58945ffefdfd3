import type { Snapshot } from "../../db/snapshot";
import { pagesOf } from "../bundle/export-bundle";

/** A file of an archive. */
export interface Part {
  name: string;
  content: Buffer;
  /** Records in it, where it holds any. */
  records?: number;
}

/** So many bytes of a section, or a page more, are one file: a file must be there as a whole before it is written. */
const PART_BYTES = 1024 * 1024;

/** The whole graph in files of a bounded size, in the order in which they are one bundle. */
export async function* dataParts(snapshot: Snapshot, partBytes = PART_BYTES): AsyncGenerator<Part> {
  let section = "";
  let lines: string[] = [];
  let bytes = 0;
  let records = 0;
  let number = 0;
  const part = (): Part => {
    number += 1;
    const name = `data/${String(number).padStart(5, "0")}-${section}.jsonl`;
    const made = { name, content: Buffer.from(lines.join("")), records };
    [lines, bytes, records] = [[], 0, 0];
    return made;
  };
  for await (const page of pagesOf(snapshot, {})) {
    if (lines.length > 0 && (page.section !== section || bytes >= partBytes)) yield part();
    section = page.section;
    for (const record of page.records) {
      const line = `{"${section}":${record}}\n`;
      lines.push(line);
      bytes += line.length;
    }
    records += page.records.length;
  }
  if (lines.length > 0) yield part();
}
