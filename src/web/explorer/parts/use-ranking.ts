import type { RankingPlace } from "../address/ranking-place";
import { RankingDocument, type RankingQuery, type SubmissionWhere } from "../api/operations";
import { type Pages, usePages } from "../api/use-pages";

/** A page of rows costs about a fifth of what a query may. */
const PAGE = 50;

type Leaderboard = NonNullable<RankingQuery["leaderboard"]>;
export type RankingPage = Leaderboard["ranking"];
export type RankingRow = RankingPage["nodes"][number];
export type Ranking = Pages<RankingPage>;

const listOf = (data: RankingQuery) => data.leaderboard?.ranking;

/** The rows of a ranking, page by page. */
export function useRanking(
  place: RankingPlace,
  where: SubmissionWhere | undefined,
  isPaused: boolean,
): Ranking {
  const { ref, split, ties, direction, asOf, otherSplit } = place;
  return usePages(
    "Ranking",
    RankingDocument,
    {
      ref,
      split,
      ties,
      direction,
      asOf,
      where,
      first: PAGE,
      otherSplit,
      withOther: otherSplit !== undefined,
    },
    listOf,
    isPaused,
  );
}
