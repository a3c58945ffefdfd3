import { DirectionSaidBy, RankingDirection } from "../ranking/direction";
import type { RankedPlace } from "../ranking/ranking.types";
import { TIE_RULE_WORDS, type TieRule } from "../ranking/tie-rule";
import { type DirectedPlace, metricHeading } from "./value-columns";

const BETTER = {
  [RankingDirection.HIGHER_IS_BETTER]: "higher",
  [RankingDirection.LOWER_IS_BETTER]: "lower",
};

const SAID_BY = {
  [DirectionSaidBy.SOURCE]: "as the source of the leaderboard says",
  [DirectionSaidBy.CALLER]: "as assumed here, for no source says it",
};

function directionNote({ place, used }: DirectedPlace): string {
  const what = metricHeading(place.metric);
  return used
    ? `${what}: ${BETTER[used.direction]} is better, ${SAID_BY[used.directionSaidBy]}.`
    : `${what}: no source says which values are better.`;
}

/** Which values are better on each of the splits, and who says so: once for all that are alike. */
export function directionNotes(places: readonly DirectedPlace[]): string[] {
  return [...new Set(places.map(directionNote))];
}

/** By which rule places are given. */
export function tiesNote(ties: TieRule): string {
  return `Places: ${ties.toLowerCase()}. ${TIE_RULE_WORDS[ties]}`;
}

/** What was left out of the rows of a split. */
export function selectionNotes({ asOf, isFiltered }: Pick<RankedPlace, "asOf" | "isFiltered">): string[] {
  return [
    ...(asOf === null ? [] : [`As it stood at the end of ${asOf}, without undated rows.`]),
    ...(isFiltered ? ["Only rows that fulfil a filter."] : []),
  ];
}
