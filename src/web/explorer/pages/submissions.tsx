import { useSearchParams } from "react-router";
import { submissionFiles } from "../address/files";
import { filtersIn, withValue } from "../address/filters";
import type { SubmissionOrder } from "../api/operations";
import { Choice } from "../parts/choice";
import { FacetPanel } from "../parts/facet-panel";
import { FilterChips } from "../parts/filter-chips";
import { PageHead } from "../parts/page-head";
import { SubmissionListing } from "../parts/submission-listing";
import { submissionSource } from "../parts/use-facets";
import { useWhere } from "../parts/use-where";

const ORDERS: Record<string, { name: string; order: SubmissionOrder }> = {
  name: { name: "name", order: { field: "NAME", direction: "ASC" } },
  newest: { name: "newest first", order: { field: "SUBMITTED_ON", direction: "DESC" } },
  oldest: { name: "oldest first", order: { field: "SUBMITTED_ON", direction: "ASC" } },
};

/** All submissions, with or without scores. */
export function Component() {
  const [search, setSearch] = useSearchParams();
  const filters = filtersIn(search);
  const { where, whereOf, isReady } = useWhere(filters);
  const order = search.get("order") ?? "name";
  return (
    <>
      <PageHead title="Submissions" files={submissionFiles(where)}>
        <p className="lead">
          Every entry of every benchmark, with or without scores, with or without a description.
        </p>
      </PageHead>
      <div className="controls">
        <Choice
          label="Order"
          options={Object.entries(ORDERS).map(([id, { name }]) => ({ id, name }))}
          value={order in ORDERS ? order : "name"}
          choose={(id) => setSearch(withValue(search, "order", id === "name" ? undefined : id))}
        />
      </div>
      <div className="with-facets">
        <FacetPanel source={submissionSource} filters={filters} whereOf={whereOf} />
        <div>
          <FilterChips source={submissionSource} filters={filters} whereOf={whereOf} />
          <SubmissionListing
            where={where}
            orderBy={(ORDERS[order] ?? ORDERS.name)?.order}
            isPaused={!isReady}
            empty="No submission fulfils all filters. What is not known matches no filter but “unknown”."
          />
        </div>
      </div>
    </>
  );
}
