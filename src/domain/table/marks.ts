import type { TableMark } from "../../common/table";
import { Basis } from "../claim/basis";

/** That an own version of something was used. */
export const MODIFIED = "MODIFIED";

/** That a source's words stand where it names no thing. */
export const UNNAMED = "UNNAMED";

/** What is said of claims by signs. What is stated bears none. */
export const CLAIM_MARKS: readonly TableMark[] = [
  {
    key: Basis.INHERITED,
    sign: "i",
    meaning:
      "Inherited: the source says that the submission differs only in something else from one for which it is stated.",
  },
  { key: Basis.CITED, sign: "c", meaning: "Only a paper is cited in its place. Cited is not used." },
  {
    key: Basis.VAGUE,
    sign: "v",
    meaning: "In the source's words, which are too unspecific to name the thing.",
  },
  { key: UNNAMED, sign: "w", meaning: "In the source's words, which name nothing that is known here." },
  { key: Basis.MENTIONED, sign: "m", meaning: "A term found in the text, which nobody has confirmed yet." },
  { key: MODIFIED, sign: "o", meaning: "An own version of it." },
];

/** The marks of a fact. */
export function marksOf(basis: Basis, modified = false): string[] {
  return [...(basis === Basis.STATED ? [] : [basis]), ...(modified ? [MODIFIED] : [])];
}
