import { useSearchParams } from "react-router";
import { FACET_GROUPS } from "../address/facet-groups";
import { BASIS, type Filters, NAME, SCORE_FROM, SCORE_TO, toggled } from "../address/filters";
import type { SubmissionWhere } from "../api/operations";
import type { FacetSource } from "./use-facets";

const TITLES = new Map([
  ...FACET_GROUPS.map(({ parameter, title }) => [parameter, title] as const),
  [BASIS, "Said of the loss"],
  [NAME, "Name"],
  [SCORE_FROM, "Score from"],
  [SCORE_TO, "Score to"],
]);

interface FilterChipsProps {
  source: FacetSource;
  filters: Filters;
  whereOf(filters: Filters): SubmissionWhere | undefined;
}

/** Every filter that is on, each undone with one click. */
export function FilterChips({ source, filters, whereOf }: FilterChipsProps) {
  const [search, setSearch] = useSearchParams();
  const counts = source.useCounts(
    whereOf(filters),
    FACET_GROUPS.map(({ groupBy }) => groupBy),
    filters.size === 0,
    true,
  );
  const nameOf = (parameter: string, key: string) => {
    const group = FACET_GROUPS.find((each) => each.parameter === parameter);
    if (group?.label) return group.label(key);
    const facet = counts?.find(({ groupBy }) => groupBy === group?.groupBy);
    return facet?.groups.find((each) => each.key === key)?.label ?? key;
  };
  if (filters.size === 0) return null;
  return (
    <ul className="chips" aria-label="Filters that are on">
      {[...filters].flatMap(([parameter, values]) =>
        values.map((value) => (
          <li key={`${parameter} ${value}`}>
            <button
              type="button"
              className="chip"
              onClick={() => setSearch(toggled(search, parameter, value))}
            >
              <span className="chip-kind">{TITLES.get(parameter)}</span> {nameOf(parameter, value)}
              <span aria-hidden="true"> ✕</span>
              <span className="unseen"> Remove this filter</span>
            </button>
          </li>
        )),
      )}
    </ul>
  );
}
