import { registerEnumType } from "type-graphql";

export enum RankingDirection {
  HIGHER_IS_BETTER = "HIGHER_IS_BETTER",
  LOWER_IS_BETTER = "LOWER_IS_BETTER",
}

registerEnumType(RankingDirection, {
  name: "RankingDirection",
  description: "Which of two values ranks first.",
  valuesConfig: {
    HIGHER_IS_BETTER: { description: "The larger value, as with an accuracy." },
    LOWER_IS_BETTER: { description: "The smaller value, as with an error rate." },
  },
});

export enum DirectionSaidBy {
  SOURCE = "SOURCE",
  CALLER = "CALLER",
}

registerEnumType(DirectionSaidBy, {
  name: "DirectionSaidBy",
  description: "Who says which values are better.",
  valuesConfig: {
    SOURCE: { description: "The source of the leaderboard, or who imported it." },
    CALLER: { description: "Whoever asked, by an argument, because no source says it." },
  },
});

/** By which direction something was ranked, and who says so: a rank without its rule says nothing. */
export interface UsedDirection {
  direction: RankingDirection;
  directionSaidBy: DirectionSaidBy;
}

/** The direction to take where no source says one; null where none shall be taken. */
export type AssumedDirection = RankingDirection | null;

export const DIRECTION_ARGUMENT =
  "Which values are better, for a metric of which no source says it. Where a source does, it may be left out; the other direction is then an error (BAD_USER_INPUT).";
