import type { LeaderboardQuery, RankingDirection, TieRule } from "../api/operations";

/** Which ranking of a leaderboard is shown, as the address says it. */
export interface RankingPlace {
  ref: string;
  split: string;
  ties: TieRule;
  direction: RankingDirection | undefined;
  asOf: string | undefined;
  /** The split that places are compared with; none where there is but one, or on a day in the past. */
  otherSplit: string | undefined;
}

/** Rules for equal values, each with what it makes of two equals. */
export const TIE_RULES: readonly { rule: TieRule; name: string; example: string }[] = [
  { rule: "COMPETITION", name: "Competition", example: "1, 2, 2, 4" },
  { rule: "DENSE", name: "Dense", example: "1, 2, 2, 3" },
  { rule: "ORDINAL", name: "Ordinal", example: "1, 2, 3, 4" },
  { rule: "FRACTIONAL", name: "Fractional", example: "1, 2.5, 2.5, 4" },
];

/** Reads an address; what cannot be used is as if it were not there. */
export function placeIn(
  search: URLSearchParams,
  { slug, splits, defaultSplit }: NonNullable<LeaderboardQuery["leaderboard"]>,
): RankingPlace {
  const named = (name: string) => splits.find((split) => split.slug === search.get(name))?.slug;
  const split = named("split") ?? defaultSplit.slug;
  const asOf = /^\d{4}-\d\d-\d\d$/.exec(search.get("asOf") ?? "")?.[0];
  const other = named("versus") ?? splits.find((each) => each.slug !== split)?.slug;
  return {
    ref: slug,
    split,
    ties: TIE_RULES.find(({ rule }) => rule === search.get("ties"))?.rule ?? "COMPETITION",
    direction: (["HIGHER_IS_BETTER", "LOWER_IS_BETTER"] as const).find(
      (each) => each === search.get("direction"),
    ),
    asOf,
    otherSplit: asOf || other === split ? undefined : other,
  };
}
