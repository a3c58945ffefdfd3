import { useSearchParams } from "react-router";
import { CompareDocument } from "../api/operations";
import { useAsk } from "../api/use-ask";
import { AddToComparison } from "../parts/add-to-comparison";
import { CompareTable } from "../parts/compare-table";
import { CopyComparison } from "../parts/copy-comparison";
import { PageHead } from "../parts/page-head";
import { FaultNotice, Loading } from "../parts/states";
import { useAtOnce } from "../parts/use-at-once";

/** Several submissions side by side, and in what they differ. */
export function Component() {
  const [search, setSearch] = useSearchParams();
  const refs = search.getAll("ref");
  const [isOnlyDifferences, setOnlyDifferences] = useAtOnce(search.has("differences"));
  const { data, fault, again } = useAsk(
    "Comparison",
    CompareDocument,
    { refs },
    { isPaused: refs.length === 0 },
  );
  const toggle = () => {
    const after = new URLSearchParams(search);
    if (isOnlyDifferences) after.delete("differences");
    else after.set("differences", "only");
    setOnlyDifferences(!isOnlyDifferences);
    setSearch(after);
  };
  return (
    <>
      <PageHead title="Comparison">
        <p className="lead">
          What differs is marked. Two unknowns are no difference, and no likeness either.
        </p>
      </PageHead>
      <div className="controls">
        <AddToComparison />
        <label className="check">
          <input type="checkbox" checked={isOnlyDifferences} onChange={toggle} /> Only what differs
        </label>
        {data?.comparison && (
          <div className="actions">
            <CopyComparison refs={refs} />
          </div>
        )}
      </div>
      {fault && <FaultNotice fault={fault} again={again} isPart />}
      {!fault && refs.length > 0 && !data && <Loading />}
      {refs.length === 0 && <p className="state">Add submissions by name, or choose them in a table.</p>}
      {data?.comparison && (
        <CompareTable comparison={data.comparison} isOnlyDifferences={isOnlyDifferences} />
      )}
    </>
  );
}
