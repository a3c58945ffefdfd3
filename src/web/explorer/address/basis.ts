import type { Basis, SubmissionWhere } from "../api/operations";

/** How a source supports a claim: its mark, and what the mark means. */
export interface BasisMeaning {
  basis: Basis;
  mark: string;
  word: string;
  meaning: string;
}

/** All bases, the strongest first. */
export const BASES: readonly BasisMeaning[] = [
  { basis: "STATED", mark: "●", word: "stated", meaning: "The source says that it was used." },
  {
    basis: "INHERITED",
    mark: "◐",
    word: "inherited",
    meaning:
      "The source says that the submission differs only in something else from one for which it is stated.",
  },
  {
    basis: "CITED",
    mark: "○",
    word: "cited",
    meaning: "Only a paper is referred to in its place. Cited is not used.",
  },
  {
    basis: "VAGUE",
    mark: "≈",
    word: "vague",
    meaning: "The source says something too unspecific to name the thing.",
  },
  {
    basis: "MENTIONED",
    mark: "?",
    word: "mentioned",
    meaning: "Found in the text by an importer; nobody has confirmed that it was used.",
  },
];

/** What a basis means. */
export function meaningOf(basis: Basis): BasisMeaning {
  return BASES.find((known) => known.basis === basis) ?? BASES[0];
}

/** Says in addresses that the source says nothing at all of the loss. */
export const SILENT = "none";

/** Condition for those of which something is said of the loss on one of these bases, or nothing on any. */
export function basisCondition(keys: readonly string[]): SubmissionWhere[] {
  const bases = BASES.map(({ basis }) => basis);
  const among = bases.filter((basis) => keys.includes(basis.toLowerCase()));
  return [
    ...(among.length > 0 ? [{ lossFunction: { basis: among } }] : []),
    // What is too vague to name a loss is not known, but it is not nothing.
    ...(keys.includes(SILENT) ? [{ not: { lossFunction: { basis: bases } } }] : []),
  ];
}
