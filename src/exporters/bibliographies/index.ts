import { setImmediate as turn } from "node:timers/promises";
import { BibliographyFormat } from "../../common/bibliography-format";
import type { Citable } from "../../common/citable";
import { biblatex, bibtex } from "./bibtex";
import { cslJson } from "./csl-json";
import { ris } from "./ris";
import type { BibliographyWriter } from "./writer";

/** What writes each format. */
export const bibliographyWriters: Readonly<Record<BibliographyFormat, BibliographyWriter>> = {
  [BibliographyFormat.BIBTEX]: bibtex,
  [BibliographyFormat.BIBLATEX]: biblatex,
  [BibliographyFormat.CSL_JSON]: cslJson,
  [BibliographyFormat.RIS]: ris,
};

/** So many are written at once; then others have their turn. */
const AT_ONCE = 50;

/** A whole bibliography in pieces, as its works come; what comes twice is written once. */
export async function* writeBibliography(
  format: BibliographyFormat,
  pages: Iterable<readonly Citable[]> | AsyncIterable<readonly Citable[]>,
): AsyncGenerator<string> {
  const { frame, write } = bibliographyWriters[format];
  const written = new Set<string>();
  let between = "";
  yield frame.before;
  for await (const page of pages) {
    const fresh = page.filter(({ key }) => !written.has(key) && written.add(key));
    for (let from = 0; from < fresh.length; from += AT_ONCE) {
      if (from > 0) await turn();
      yield between + write(fresh.slice(from, from + AT_ONCE)).join(frame.between);
      between = frame.between;
    }
  }
  yield frame.after;
}
