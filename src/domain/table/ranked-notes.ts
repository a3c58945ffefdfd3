import { DirectionSaidBy, RankingDirection, type UsedDirection } from "../ranking/direction";
import type { RankedPlace } from "../ranking/ranking.types";
import { metricHeading, type ValuePlace } from "./value-columns";

const BETTER = {
  [RankingDirection.HIGHER_IS_BETTER]: "higher",
  [RankingDirection.LOWER_IS_BETTER]: "lower",
};

const SAID_BY = {
  [DirectionSaidBy.SOURCE]: "as the source of the leaderboard says",
  [DirectionSaidBy.CALLER]: "as assumed for this table, for no source says it",
};

/** Which values are better, and who says so. */
export function directionNote({ metric }: ValuePlace, { direction, directionSaidBy }: UsedDirection): string {
  return `${metricHeading(metric)}: ${BETTER[direction]} is better, ${SAID_BY[directionSaidBy]}.`;
}

/** What was left out of the rows of a split. */
export function selectionNotes({ asOf, isFiltered }: Pick<RankedPlace, "asOf" | "isFiltered">): string[] {
  return [
    ...(asOf === null ? [] : [`As it stood at the end of ${asOf}, without undated rows.`]),
    ...(isFiltered ? ["Only rows that fulfil a filter."] : []),
  ];
}
