import { Basis } from "../../domain/claim/basis";
import type { NamedClaim, NamedPaper, NamedSubmission } from "../named-result";
import type { Description } from "./descriptions";
import { citedArxivId, citedTitle, titleIn } from "./terms/line-kind";
import { type JudgedTerm, judgeLine } from "./terms/match-terms";
import type { TermIndex } from "./terms/term-index";

type Said = Required<Pick<NamedSubmission, "lossFunctions" | "backbones" | "trainingDatasets" | "papers">>;

const PART = {
  LossFunction: "lossFunctions",
  Backbone: "backbones",
  TrainingDataset: "trainingDatasets",
} as const;

/** What a description mentions and refers to: each thing once, where it stands first. */
export function readClaims(file: string, { lines }: Description, index: TermIndex): Said {
  const said: Said = { lossFunctions: [], backbones: [], trainingDatasets: [], papers: [] };
  const seen = new Set<string>();
  for (const { number, text, indent } of lines) {
    const { kind, terms } = judgeLine(text, number, index);
    const placeAt = (column: number) => ({ file, line: number, column: column + indent });
    const counting = terms.filter(({ leftOut }) => leftOut === null);
    for (const { thing, term, column } of counting) {
      const key = `${thing.kind} ${thing.slug}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const name = thing.names[0];
      if (thing.kind === "Paper")
        said.papers.push({ ...(thing.cited ?? { title: name }), place: placeAt(column) });
      else addTo(said[PART[thing.kind]], { name, basis: Basis.MENTIONED, term, place: placeAt(column) });
    }
    if (kind === "reference" && !counting.some(({ thing }) => thing.kind === "Paper")) {
      const paper = unknownPaper(text, terms);
      if (paper) said.papers.push({ ...paper, place: placeAt(1) });
    }
  }
  return said;
}

function addTo(claims: NamedClaim[], claim: NamedClaim): void {
  claims.push(claim);
}

/** A publication that is not in the vocabulary, as far as its entry says which it is. */
function unknownPaper(text: string, terms: readonly JudgedTerm[]): Omit<NamedPaper, "place"> | null {
  const found = terms.map(({ column, term, thing }) => ({
    start: column - 1,
    end: column - 1 + term.length,
    thing,
  }));
  const title = citedTitle(text) ?? titleIn(text, found);
  const arxivId = citedArxivId(text);
  if (title === null && arxivId === null) return null;
  return { ...(title !== null && { title }), ...(arxivId !== null && { arxivId }) };
}
