import type { ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import { pageOf } from "../address/things";
import type { CompareQuery } from "../api/operations";
import { compareRows } from "./compare-rows";

export type Comparison = NonNullable<CompareQuery["comparison"]>;

interface CompareTableProps {
  comparison: Comparison;
  isOnlyDifferences: boolean;
}

/** Submissions as columns, what is known of them as rows. */
export function CompareTable({ comparison, isOnlyDifferences }: CompareTableProps) {
  const [search, setSearch] = useSearchParams();
  const { submissions, results } = comparison;
  const remove = (at: number) => {
    const after = new URLSearchParams(search);
    const refs = search.getAll("ref");
    after.delete("ref");
    for (const [index, ref] of refs.entries()) if (index !== at) after.append("ref", ref);
    setSearch(after);
  };
  const rows = compareRows(submissions).filter(({ differs }) => differs || !isOnlyDifferences);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="scrolls" tabIndex={0} aria-label="Comparison">
      <table className="compare-table">
        <thead>
          <tr>
            <td className="corner" />
            {submissions.map(({ id, slug, label }, index) => (
              <th key={id} scope="col">
                <Link to={pageOf("/submissions", slug)}>{label}</Link>
                <button
                  type="button"
                  className="quiet"
                  onClick={() => remove(index)}
                  aria-label={`Leave out ${label}`}
                >
                  ✕
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells, differs }) => (
            <Row key={name} name={name} differs={differs}>
              {cells.map((cell, index) => (
                <td key={submissions[index]?.id}>{cell}</td>
              ))}
            </Row>
          ))}
          {results
            .filter(({ spread }) => spread > 0 || !isOnlyDifferences)
            .map(({ leaderboard, split, cells, spread }) => (
              <Row
                key={split.id}
                differs={spread > 0}
                name={
                  <>
                    <Link
                      to={`${pageOf("/leaderboards", leaderboard.slug)}?split=${encodeURIComponent(split.slug)}`}
                    >
                      {leaderboard.name}, {split.name}
                    </Link>
                    {leaderboard.metric.unit && <span className="note"> {leaderboard.metric.unit}</span>}
                  </>
                }
              >
                {cells.map(({ submission, reported, overallRank, best }) => (
                  <td key={submission.id} className={best ? "best number" : "number"}>
                    {reported ?? <span className="unknown">no value</span>}
                    {overallRank !== null && <span className="note"> place {overallRank}</span>}
                    {best && <span className="unseen"> the best of these</span>}
                  </td>
                ))}
              </Row>
            ))}
        </tbody>
        <caption className="note">
          Places within the whole splits by the competition rule: 1, 2, 2, 4. The best of those compared is
          bold.
        </caption>
      </table>
    </section>
  );
}

function Row({ name, differs, children }: { name: ReactNode; differs: boolean; children: ReactNode }) {
  return (
    <tr data-differs={differs || undefined}>
      <th scope="row">
        {name}
        {differs && <span className="unseen"> differs</span>}
      </th>
      {children}
    </tr>
  );
}
