import { registerEnumType } from "type-graphql";

export enum TieRule {
  COMPETITION = "COMPETITION",
  DENSE = "DENSE",
  ORDINAL = "ORDINAL",
  FRACTIONAL = "FRACTIONAL",
}

/** What each rule does, in a sentence. */
export const TIE_RULE_WORDS: Readonly<Record<TieRule, string>> = {
  [TieRule.COMPETITION]: "Equals share the best place and leave a gap: 1, 2, 2, 4.",
  [TieRule.DENSE]: "Equals share a place and leave no gap: 1, 2, 2, 3.",
  [TieRule.ORDINAL]:
    "Every row has a place of its own: 1, 2, 3, 4; equals by date (undated last), then by name.",
  [TieRule.FRACTIONAL]: "Equals share the mean of their places: 1, 2.5, 2.5, 4.",
};

registerEnumType(TieRule, {
  name: "TieRule",
  description: "How equal values are ranked.",
  valuesConfig: {
    COMPETITION: { description: TIE_RULE_WORDS.COMPETITION },
    DENSE: { description: TIE_RULE_WORDS.DENSE },
    ORDINAL: { description: TIE_RULE_WORDS.ORDINAL },
    FRACTIONAL: { description: TIE_RULE_WORDS.FRACTIONAL },
  },
});
