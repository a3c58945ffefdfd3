import { useRef } from "react";
import { useSearchParams } from "react-router";
import { FACET_GROUPS } from "../address/facet-groups";
import { type Filters, SCORE_FROM, SCORE_TO, withoutFilters } from "../address/filters";
import type { SubmissionWhere } from "../api/operations";
import { BasisFacet } from "./basis-facet";
import { FacetSection } from "./facet-section";
import { RangeFilter } from "./range-filter";
import type { FacetCounts, FacetSource } from "./use-facets";

interface FacetPanelProps {
  source: FacetSource;
  filters: Filters;
  whereOf(filters: Filters): SubmissionWhere | undefined;
  /** Unit of scores, where there are scores to filter by. */
  score?: { unit: string | null };
}

/** Filters as facets with their counts. What is chosen stands in the address. */
export function FacetPanel({ source, filters, whereOf, score }: FacetPanelProps) {
  const [search, setSearch] = useSearchParams();
  const counts = useLast(
    source.useCounts(
      whereOf(filters),
      FACET_GROUPS.map(({ groupBy }) => groupBy),
    ),
  );
  return (
    <details className="facets" open={matchMedia("(min-width: 60rem)").matches}>
      <summary>
        Filters{filters.size > 0 && <span className="badge">{[...filters.values()].flat().length}</span>}
      </summary>
      {filters.size > 0 && (
        <button type="button" className="tool" onClick={() => setSearch(withoutFilters(search))}>
          Remove all filters
        </button>
      )}
      {FACET_GROUPS.map((group) => (
        <FacetSection
          key={group.parameter}
          group={group}
          counts={counts?.find(({ groupBy }) => groupBy === group.groupBy)}
          source={source}
          filters={filters}
          whereOf={whereOf}
        />
      ))}
      <BasisFacet source={source} filters={filters} whereOf={whereOf} />
      {score && (
        <RangeFilter title={`Score${score.unit ? ` (${score.unit})` : ""}`} from={SCORE_FROM} to={SCORE_TO} />
      )}
    </details>
  );
}

/** What was there before stays until what is new is there, so that nothing jumps. */
function useLast(counts: readonly FacetCounts[] | undefined) {
  const last = useRef(counts);
  if (counts) last.current = counts;
  return last.current;
}
