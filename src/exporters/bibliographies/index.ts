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
    for (const text of fresh.length ? write(fresh) : []) {
      yield between + text;
      between = frame.between;
    }
  }
  yield frame.after;
}
