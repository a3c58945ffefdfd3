import { Link } from "react-router";
import { pageOf } from "../address/things";
import { isSaid } from "./unknown-of";
import type { RankingRow } from "./use-ranking";

const FIRST = 10;

/** The losses that the first ten rows state or inherit, and how many of them say nothing. */
export function LossesOfFirst({ rows }: { rows: readonly RankingRow[] }) {
  const first = rows.slice(0, FIRST);
  const counts = new Map<string, { slug: string; name: string; count: number }>();
  let silent = 0;
  for (const { submission } of first) {
    const said = submission.lossFunctions.filter(isSaid);
    if (said.length === 0) silent += 1;
    for (const { lossFunction } of said) {
      if (!lossFunction) continue;
      const { slug, name } = lossFunction;
      counts.set(slug, { slug, name, count: (counts.get(slug)?.count ?? 0) + 1 });
    }
  }
  const found = [...counts.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  return (
    <div>
      <dt>Losses of the first {first.length}</dt>
      <dd>
        <ul className="tally">
          {found.map(({ slug, name, count }) => (
            <li key={slug}>
              <Link to={pageOf("/losses", slug)}>{name}</Link> <b>{count}</b>
            </li>
          ))}
          <li className="unknown">
            unknown <b>{silent}</b>
          </li>
        </ul>
      </dd>
    </div>
  );
}
