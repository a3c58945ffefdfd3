import type { BibliographyFormat } from "../../src/common/bibliography-format";
import { type Citable, citable } from "../../src/common/citable";
import { writeBibliography } from "../../src/exporters/bibliographies";

/** A paper of which little is known but what is given. */
export function paper(parts: Partial<Citable>): Citable {
  return citable({ key: "a-key", kind: "paper", title: "A title", ...parts });
}

/** People by their names. */
export function people(...names: string[]) {
  return names.map((name) => ({ name, isOrganisation: false }));
}

/** The whole text of a bibliography. */
export async function bibliography(format: BibliographyFormat, ...works: Citable[]): Promise<string> {
  let text = "";
  for await (const piece of writeBibliography(format, [works])) text += piece;
  return text;
}

export const ARCFACE = paper({
  key: "deng-2018-arcface",
  title: "ArcFace: Additive Angular Margin Loss for Deep Face Recognition",
  authors: people("Jiankang Deng", "Ludwig van der Berg"),
  issued: [2018],
  venue: "CVPR 2019",
  arxivId: "1801.07698",
  doi: "10.1109/CVPR.2019.00482",
});

export const PREPRINT = paper({ key: "x-2017", issued: [2017], arxivId: "1704.08063" });
