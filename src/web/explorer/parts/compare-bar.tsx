import { useState } from "react";
import { Link } from "react-router";

/** What is chosen to be compared. */
export interface Chosen {
  slugs: readonly string[];
  toggle(slug: string): void;
  clear(): void;
}

/** Remembers what is chosen in a table. */
export function useChosen(): Chosen {
  const [slugs, setSlugs] = useState<readonly string[]>([]);
  return {
    slugs,
    toggle: (slug) =>
      setSlugs((before) =>
        before.includes(slug) ? before.filter((each) => each !== slug) : [...before, slug],
      ),
    clear: () => setSlugs([]),
  };
}

/** Leads from what is chosen to the comparison. */
export function CompareBar({ chosen }: { chosen: Chosen }) {
  const { slugs, clear } = chosen;
  if (slugs.length === 0) return null;
  const refs = slugs.map((slug) => `ref=${encodeURIComponent(slug)}`).join("&");
  return (
    <div className="compare-bar" role="status">
      {slugs.length > 1 ? (
        <Link className="tool strong" to={`/compare?${refs}`}>
          Compare these {slugs.length}
        </Link>
      ) : (
        "Choose another one to compare with"
      )}
      <button type="button" className="quiet" onClick={clear}>
        Choose none
      </button>
    </div>
  );
}
