import { registerEnumType } from "type-graphql";

export enum MatchedOn {
  NAME = "NAME",
  ALIAS = "ALIAS",
  IDENTIFIER = "IDENTIFIER",
}

registerEnumType(MatchedOn, {
  name: "MatchedOn",
  description: "What of a thing matched a search.",
  valuesConfig: {
    NAME: { description: "Its name or title." },
    ALIAS: { description: "One of its other names." },
    IDENTIFIER: { description: "Its arXiv id or DOI." },
  },
});
