import { useState } from "react";
import { useSearchParams } from "react-router";
import { type FacetGroup, UNKNOWN } from "../address/facet-groups";
import { type Filters, toggled, without } from "../address/filters";
import type { SubmissionWhere } from "../api/operations";
import { FacetChoice } from "./facet-choice";
import type { FacetCounts, FacetSource } from "./use-facets";

const SHOWN_AT_FIRST = 6;

interface FacetSectionProps {
  group: FacetGroup;
  counts: FacetCounts | undefined;
  source: FacetSource;
  filters: Filters;
  whereOf(filters: Filters): SubmissionWhere | undefined;
}

/** One facet. While something in it is chosen, its counts are those that other choices in it would have. */
export function FacetSection({ group, counts, source, filters, whereOf }: FacetSectionProps) {
  const { parameter, title, groupBy, unknown, label, isOpen } = group;
  const [search, setSearch] = useSearchParams();
  const [isWhole, setWhole] = useState(false);
  const chosen = filters.get(parameter) ?? [];
  const others = source.useCounts(whereOf(without(filters, parameter)), [groupBy], chosen.length === 0, true);
  const facet = chosen.length > 0 ? (others?.[0] ?? counts) : counts;
  if (!facet) return null;
  const names = new Map(facet.groups.map((each) => [each.key, label ? label(each.key) : each.label]));
  const missing = chosen.filter((key) => key !== UNKNOWN && !names.has(key));
  const groups = [...missing.map((key) => ({ key, count: 0 })), ...facet.groups];
  const shown = isWhole ? groups : groups.slice(0, SHOWN_AT_FIRST);
  const toggle = (key: string) => setSearch(toggled(search, parameter, key));
  return (
    <details className="facet" open={isOpen || chosen.length > 0}>
      <summary>{title}</summary>
      <ul aria-label={title}>
        {shown.map(({ key, count }) => (
          <FacetChoice
            key={key}
            name={names.get(key) ?? key}
            count={count}
            isChosen={chosen.includes(key)}
            toggle={() => toggle(key)}
          />
        ))}
        {unknown && (
          <FacetChoice
            name="unknown"
            isUnknown
            count={facet.unknownCount}
            isChosen={chosen.includes(UNKNOWN)}
            toggle={() => toggle(UNKNOWN)}
          />
        )}
      </ul>
      {groups.length > SHOWN_AT_FIRST && (
        <button type="button" className="quiet more" onClick={() => setWhole(!isWhole)}>
          {isWhole ? "fewer" : `${groups.length - SHOWN_AT_FIRST} more`}
        </button>
      )}
    </details>
  );
}
