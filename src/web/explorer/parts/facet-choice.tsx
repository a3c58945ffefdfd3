import { useAtOnce } from "./use-at-once";

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
  const [isOn, setOn] = useAtOnce(isChosen);
  const change = () => {
    setOn(!isOn);
    toggle();
  };
  return (
    <li className={isUnknown ? "choice is-unknown" : "choice"} data-none={count === 0 || undefined}>
      <label>
        <input type="checkbox" checked={isOn} onChange={change} />
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
