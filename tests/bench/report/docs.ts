import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { packageFolder } from "../../../src/common/package";

const file = path.join(packageFolder, "docs/performance.md");

/** Puts the tables of a run into the documentation, in place of those of the last one. */
export function writeDocs(tables: string): void {
  writeFileSync(file, betweenMarkers(readFileSync(file, "utf8"), tables));
}

/** The text with what stands between its two markers replaced. Throws when it does not have both. */
export function betweenMarkers(text: string, content: string): string {
  const parts = /^([\s\S]*<!-- measured -->\n)[\s\S]*(<!-- end of measured -->[\s\S]*)$/.exec(text);
  if (!parts) {
    throw new Error(
      "The document needs the lines <!-- measured --> and <!-- end of measured -->, in this order.",
    );
  }
  return `${parts[1]}\n${content}\n\n${parts[2]}`;
}
