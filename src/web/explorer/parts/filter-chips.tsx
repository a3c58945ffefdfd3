import { useSearchParams } from "react-router";
import { FACET_GROUPS } from "../address/facet-groups";
import { BASIS, type Filters, NAME, SCORE_FROM, SCORE_TO, toggled } from "../address/filters";

const TITLES = new Map([
  ...FACET_GROUPS.map(({ parameter, title }) => [parameter, title] as const),
  [BASIS, "Said of the loss"],
  [NAME, "Name"],
  [SCORE_FROM, "Score from"],
  [SCORE_TO, "Score to"],
]);

/** Every filter that is on, each undone with one click. */
export function FilterChips({ filters }: { filters: Filters }) {
  const [search, setSearch] = useSearchParams();
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
              <span className="chip-kind">{TITLES.get(parameter)}</span> {value}
              <span aria-hidden="true"> ✕</span>
              <span className="unseen"> Remove this filter</span>
            </button>
          </li>
        )),
      )}
    </ul>
  );
}
