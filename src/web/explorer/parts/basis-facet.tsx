import { useSearchParams } from "react-router";
import { BASES, basisCondition, SILENT } from "../address/basis";
import { BASIS, type Filters, toggled, without } from "../address/filters";
import type { SubmissionWhere } from "../api/operations";
import { FacetChoice } from "./facet-choice";
import type { BasisWord, FacetSource } from "./use-facets";

interface BasisFacetProps {
  source: FacetSource;
  filters: Filters;
  whereOf(filters: Filters): SubmissionWhere | undefined;
}

/** What the source says of the loss, and how surely. A submission with two claims is in two groups. */
export function BasisFacet({ source, filters, whereOf }: BasisFacetProps) {
  const [search, setSearch] = useSearchParams();
  const chosen = filters.get(BASIS) ?? [];
  const others = whereOf(without(filters, BASIS));
  const whereFor = (word: BasisWord): SubmissionWhere => {
    const [condition = {}] = basisCondition([word]);
    return others ? { and: [others, condition] } : condition;
  };
  const counts = source.useBases({
    stated: whereFor("stated"),
    inherited: whereFor("inherited"),
    cited: whereFor("cited"),
    vague: whereFor("vague"),
    mentioned: whereFor("mentioned"),
    none: whereFor("none"),
  });
  const toggle = (word: string) => setSearch(toggled(search, BASIS, word));
  return (
    <details className="facet" open>
      <summary>Said of the loss</summary>
      <ul aria-label="Said of the loss">
        {BASES.map(({ word, mark }) => (
          <FacetChoice
            key={word}
            name={word}
            mark={mark}
            count={counts?.[word]?.totalCount}
            isChosen={chosen.includes(word)}
            toggle={() => toggle(word)}
          />
        ))}
        <FacetChoice
          name="nothing"
          isUnknown
          count={counts?.[SILENT]?.totalCount}
          isChosen={chosen.includes(SILENT)}
          toggle={() => toggle(SILENT)}
        />
      </ul>
    </details>
  );
}
