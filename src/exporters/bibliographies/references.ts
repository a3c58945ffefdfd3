import { setImmediate as turn } from "node:timers/promises";
import { CitationStyle } from "../../common/bibliography-format";
import type { Citable } from "../../common/citable";
import { cited } from "./library";

/** By what names the library has the styles. */
const STYLES: Readonly<Record<CitationStyle, string>> = {
  [CitationStyle.APA]: "apa",
  [CitationStyle.HARVARD]: "harvard1",
  [CitationStyle.VANCOUVER]: "vancouver",
};

/** A work as a list of references shows it. */
export interface FormattedReference {
  key: string;
  text: string;
}

/**
 * Formats each work by itself, so that none is written otherwise for those beside it. Others have their turn between two:
 * each takes milliseconds.
 */
export async function formatReferences(
  works: readonly Citable[],
  style: CitationStyle,
): Promise<FormattedReference[]> {
  // Its styles and languages take a while to read, and few ask for them.
  await import("@citation-js/plugin-csl");
  const references: FormattedReference[] = [];
  for (const work of works) {
    const options = { style: STYLES[style], format: "text", asEntryArray: true, nosort: true } as const;
    const [[, text]] = cited([guarded(work)]).format("bibliography", options);
    references.push({ key: work.key, text: text.trim().replace(/^1\. /, "").replaceAll(GUARD, "") });
    await turn();
  }
  return references;
}

/** Stands where something would be taken for a command of the library's, and is taken away again. */
const GUARD = "\u2060";

/** A hyphen in a version would be taken for a range of versions, `<` for the beginning of markup. */
function guarded(work: Citable): Citable {
  const { title, version } = work;
  const plain = { ...work, title: title.replaceAll("<", `<${GUARD}`) };
  return version === null ? plain : { ...plain, version: version.replaceAll("-", "\\-") };
}
