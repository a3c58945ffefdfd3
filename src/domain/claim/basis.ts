import { registerEnumType } from "type-graphql";

export enum Basis {
  STATED = "STATED",
  INHERITED = "INHERITED",
  CITED = "CITED",
  VAGUE = "VAGUE",
  MENTIONED = "MENTIONED",
}

registerEnumType(Basis, {
  name: "Basis",
  description: "How a source supports a claim, from the strongest to the weakest.",
  valuesConfig: {
    STATED: { description: "The source says that it was used." },
    INHERITED: {
      description:
        "The source says that the submission differs only in something else from one for which it is stated.",
    },
    CITED: { description: "Only a paper is referred to in its place. Cited is not used." },
    VAGUE: {
      description: 'The source says something too unspecific to name the thing, such as "a combined loss".',
    },
    MENTIONED: {
      description:
        "An importer found the term in the text; nobody has confirmed yet that it was used. To be confirmed or dismissed.",
    },
  },
});

/** All bases, from the strongest to the weakest. */
export const BY_STRENGTH: readonly Basis[] = Object.values(Basis);

/** The bases on which a claim counts in filters and groups unless the caller names others. */
export const COUNTING_BASES: readonly Basis[] = [Basis.STATED, Basis.INHERITED];
