import { registerEnumType } from "type-graphql";

export enum TieRule {
  COMPETITION = "COMPETITION",
  DENSE = "DENSE",
  ORDINAL = "ORDINAL",
  FRACTIONAL = "FRACTIONAL",
}

registerEnumType(TieRule, {
  name: "TieRule",
  description: "How equal values are ranked.",
  valuesConfig: {
    COMPETITION: { description: "Equals share the best place and leave a gap: 1, 2, 2, 4." },
    DENSE: { description: "Equals share a place and leave no gap: 1, 2, 2, 3." },
    ORDINAL: {
      description:
        "Every row has a place of its own: 1, 2, 3, 4; equals by date (undated last), then by name.",
    },
    FRACTIONAL: { description: "Equals share the mean of their places: 1, 2.5, 2.5, 4." },
  },
});
