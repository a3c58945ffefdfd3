import {
  type Grouping,
  RankingBasesDocument,
  type RankingBasesQueryVariables,
  RankingFacetsDocument,
  SubmissionBasesDocument,
  SubmissionFacetsDocument,
  type SubmissionWhere,
} from "../api/operations";
import { useAsk } from "../api/use-ask";

/** Counts of the groups of one facet. */
export interface FacetCounts {
  groupBy: Grouping;
  unknownCount: number;
  groups: readonly { key: string; label: string; count: number }[];
}

/** How many there are for each basis, by its word. */
export type BasisCounts = Readonly<Record<string, { totalCount: number } | undefined>>;

type Where = SubmissionWhere | undefined;

/** Where facets are counted: among the rows of a ranking, or among submissions. Both are hooks. */
export interface FacetSource {
  useCounts(
    where: Where,
    groupBy: Grouping[],
    isPaused?: boolean,
    isHidden?: boolean,
  ): readonly FacetCounts[] | undefined;
  useBases(wheres: Record<BasisWord, Where>): BasisCounts | undefined;
}

/** Names of the counts by basis. */
export type BasisWord = "stated" | "inherited" | "cited" | "vague" | "mentioned" | "none";

/** Which ranking it is. */
export type RankedPlace = Pick<RankingBasesQueryVariables, "ref" | "split" | "direction" | "asOf">;

/** Counts among the rows of a ranking. */
export function rankingSource(place: RankedPlace): FacetSource {
  return {
    useCounts: (where, groupBy, isPaused = false, isHidden = false) =>
      useAsk("Facets", RankingFacetsDocument, { ...place, where, groupBy }, { isPaused, isHidden }).data
        ?.leaderboard?.ranking.facets,
    useBases: (wheres) => {
      const { data } = useAsk("Bases", RankingBasesDocument, { ...place, ...wheres }, { isHidden: true });
      return data?.leaderboard as BasisCounts | undefined;
    },
  };
}

/** Counts among all submissions. */
export const submissionSource: FacetSource = {
  useCounts: (where, groupBy, isPaused = false, isHidden = false) =>
    useAsk("Facets", SubmissionFacetsDocument, { where, groupBy }, { isPaused, isHidden }).data?.submissions
      .facets,
  useBases: (wheres) => useAsk("Bases", SubmissionBasesDocument, wheres, { isHidden: true }).data,
};
