import { BibliographyFormat, CitationStyle } from "../../common/bibliography-format";
import { packageVersion } from "../../common/package";
import type { Snapshot } from "../../db/snapshot";
import { dataEntry } from "../../domain/bibliography/own-entries";
import { revisionRow, sourceTitleRows } from "../../domain/export/export.queries";
import { versionOf } from "../../domain/meta/data-version.loaders";
import { writeBibliography } from "../bibliographies";
import { formatReferences } from "../bibliographies/references";

/** What whoever runs a service says of its data. */
export interface DataTerms {
  /** The licence of the data as a whole, by its name or in a sentence; null where nobody stated one. */
  licence: string | null;
}

/** What an export says of the data that are in it. */
export interface AboutData {
  revision: number;
  dataVersion: string;
  changedAt: string;
  serviceVersion: string;
  licence: string | null;
  /** How to cite the data, as text. */
  citation: string;
  /** The same in BibTeX. */
  bibtex: string;
  /** The documents that the facts were read from. */
  sources: { title: string; url: string | null }[];
}

/** What is to be said of the data of a moment. */
export async function aboutData(snapshot: Snapshot, { licence }: DataTerms): Promise<AboutData> {
  const [row] = await snapshot.rows<{ revision: number; changedAt: string }>(revisionRow);
  const version = versionOf(row);
  const entry = dataEntry(version);
  const [{ text }] = await formatReferences([entry], CitationStyle.APA);
  let bibtex = "";
  for await (const piece of writeBibliography(BibliographyFormat.BIBTEX, [[entry]])) bibtex += piece;
  return {
    ...version,
    serviceVersion: packageVersion,
    licence,
    citation: text,
    bibtex,
    sources: await snapshot.rows(sourceTitleRows),
  };
}

/** What a bundle says of itself. */
export function manifestOf({
  revision,
  dataVersion,
  changedAt,
  serviceVersion,
  licence,
  citation,
}: AboutData) {
  return {
    format: "scoregraph-bundle",
    version: 1,
    revision,
    dataVersion,
    changedAt,
    serviceVersion,
    licence,
    citation,
  };
}
