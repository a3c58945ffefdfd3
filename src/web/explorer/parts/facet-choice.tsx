interface FacetChoiceProps {
  name: string;
  count: number | undefined;
  isChosen: boolean;
  isUnknown?: boolean;
  mark?: string;
  toggle(): void;
}

/** One choice of a facet with its count. */
export function FacetChoice({ name, count, isChosen, isUnknown = false, mark, toggle }: FacetChoiceProps) {
  return (
    <li className={isUnknown ? "choice is-unknown" : "choice"} data-none={count === 0 || undefined}>
      <label>
        <input type="checkbox" checked={isChosen} onChange={toggle} />
        {mark && (
          <span className="mark" aria-hidden="true">
            {mark}
          </span>
        )}
        <span className="name">{name}</span>
        <span className="count">{count ?? "…"}</span>
      </label>
    </li>
  );
}
